import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const STYLE = 'body { font-family: sans-serif; margin: 2em; }';

/** Serves a document and its style sheet on a free port of 127.0.0.1. */
export async function startAssetServer(html: string): Promise<Server> {
  const page = `<!doctype html><link rel="stylesheet" href="/style.css">${html}`;
  const server = createServer((request, response) => {
    const isStyle = request.url === '/style.css';
    response.setHeader('content-type', isStyle ? 'text/css' : 'text/html');
    // A kept connection would outlive the browser by five seconds.
    response.setHeader('connection', 'close');
    response.end(isStyle ? STYLE : page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The address of the document that `server` serves. */
export function documentUrl(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Stops `server` and cuts its connections. */
export async function closeAssetServer(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
