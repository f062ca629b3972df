import { equal } from 'node:assert/strict';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Load } from 'steadyheap';
import { provideSettings, silenceLog } from './settings.ts';

/** Requests that are made of a server while it runs. */
const REQUESTS = 50;

/** Loads @spinajs/http; `serve` starts a server on a free port, asks it 50 times, and hands it over. */
export async function loadHttp(load: Load) {
  const { HttpServer } = await load();
  await silenceLog(load);
  const { DI, Injectable, NewInstance } = await provideSettings(load, {
    http: { port: 0, Static: [], middlewares: [] },
    https: false,
  });

  class Server extends HttpServer {}

  // The container would hand out the first server again and again.
  NewInstance()(Server);
  Injectable(HttpServer)(Server);

  return {
    // biome-ignore lint/suspicious/noExplicitAny: the package under test is known at run time only
    async serve(): Promise<any> {
      const server = await DI.resolve(HttpServer);
      await server.start();
      const { port } = server.Server.address() as AddressInfo;
      for (let asked = 0; asked < REQUESTS; asked++) equal(await statusOf(port), 404);
      return server;
    },
  };
}

function statusOf(port: number): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  request({ port, path: '/', agent: false }, (response) => {
    response.resume().on('end', () => resolve(response.statusCode));
  })
    .on('error', reject)
    .end();
  return promise;
}
