import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Load } from 'steadyheap';

/** What a broker does; changed at any time. */
export interface Manners {
  /** Whether it confirms a message whose sender asks for it. */
  receipts: boolean;
  /** Whether it lets anybody log in. */
  admits: boolean;
}

/** A STOMP broker in this process, over the WebSocket implementation that is installed beside the package under test. */
export async function startBroker(load: Load, manners: Manners) {
  const { server: WebSocketServer } = await load('websocket');
  const http = createServer();
  const sockets = new WebSocketServer({ httpServer: http, autoAcceptConnections: false, keepalive: false });
  // biome-ignore lint/suspicious/noExplicitAny: the WebSocket implementation is known at run time only
  sockets.on('request', (request: any) => {
    const connection = request.accept('v12.stomp', request.origin);
    connection.on('message', ({ utf8Data }: { utf8Data: string }) => {
      const answer = reply(utf8Data, manners);
      if (answer) connection.sendUTF(answer);
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    /** Cuts every connection. */
    dropAll() {
      for (const connection of [...sockets.connections]) connection.socket.destroy();
    },
    async stop() {
      sockets.shutDown();
      http.close();
      http.closeAllConnections();
    },
  };
}

/** The frame that answers a frame; undefined when none is due. */
function reply(text: string, { receipts, admits }: Manners): string | undefined {
  const [command] = text.trimStart().split('\n', 1);
  if (command === 'CONNECT') {
    return admits ? frame('CONNECTED', 'version:1.2', 'heart-beat:0,0') : frame('ERROR', 'message:bad login');
  }
  const receipt = /^receipt:(.*)$/m.exec(text)?.[1];
  const confirms = receipts || command === 'DISCONNECT';
  return receipt && confirms ? frame('RECEIPT', `receipt-id:${receipt}`) : undefined;
}

function frame(command: string, ...headers: string[]): string {
  return `${command}\n${headers.join('\n')}\n\n\0`;
}
