import type { Load } from 'steadyheap';
import { type Manners, startBroker } from './broker.ts';

export const MESSAGE = { Name: 'order', Type: 'EVENT', CreatedAt: '2026-01-01' };

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
