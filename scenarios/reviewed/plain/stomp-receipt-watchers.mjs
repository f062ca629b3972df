// npm install @stomp/stompjs@6.1.2; node --expose-gc stomp-receipt-watchers.mjs
// StompQueueClient of @spinajs/queue-stomp-transport 2.0.531 watches for the receipt of each message, and has no way
// to stop when it does not come in time: stompjs has none. This is what it does, on stompjs alone.
import stomp from '@stomp/stompjs';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const frames = { CONNECT: 'CONNECTED\nversion:1.2\nheart-beat:0,0\n\n\0' };

/** A WebSocket to a broker that lets everybody in and never confirms anything. */
class SilentBroker {
  readyState = 1;
  constructor() {
    setTimeout(() => this.onopen({}), 0);
  }
  send(text) {
    const answer = frames[text.split('\n', 1)[0]];
    if (answer) setTimeout(() => this.onmessage({ data: answer }), 0);
  }
  close() {
    this.onclose({ wasClean: true });
  }
}

globalThis.WebSocket = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 };
const client = new stomp.Client({
  webSocketFactory: () => new SilentBroker(),
  heartbeatIncoming: 0,
  heartbeatOutgoing: 0,
});
await new Promise((resolve) => {
  client.onConnect = resolve;
  client.activate();
});
await bytesPerIteration('messages without receipt', (i) => {
  client.watchForReceipt(`message-${i}`, () => {});
  client.publish({ destination: '/queue/orders', body: '{}', headers: { receipt: `message-${i}` } });
});
console.log('watchers left:', Object.keys(client._stompHandler._receiptWatchers).length);
process.exit();
