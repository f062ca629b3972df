import type { Load } from 'steadyheap';
import { type Manners, startBroker } from './broker.ts';

/** A message of its own for each call, as applications send. */
export function order(i: number) {
  const lines = [{ article: `article ${i}`, amount: 1 }];
  return { Name: 'order', Type: 'EVENT', CreatedAt: new Date(), OrderId: i, Customer: `customer ${i}`, Lines: lines };
}

/** Starts a broker and loads the client; `client(name)` makes one that is not connected yet. */
export async function startQueue(load: Load, manners: Partial<Manners> = {}) {
  const { StompQueueClient } = await load();
  const broker = await startBroker(load, { receipts: true, admits: true, ...manners });
  const client = (name: string, host = broker.url) =>
    new StompQueueClient({
      name,
      host,
      login: 'shop',
      password: 'secret',
      defaultQueueChannel: '/queue/orders',
      reconnectDelay: 1,
      heartbeatIncoming: 0,
      heartbeatOutgoing: 0,
      // Short only where no receipt comes.
      receiptTimeout: manners.receipts === false ? 5 : 10_000,
      options: { emitRetries: 0 },
    });
  return { broker, client };
}
