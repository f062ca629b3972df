import type { Socket } from 'node:net';
import { type BrokerAddress, type Handler, openConnection } from '../common/connection.ts';

/** A client of a message queue. When the first connection fails, `resolve` rejects, and that is the end of it. */
export class QueueClient {
  private readonly address: BrokerAddress;
  private readonly subscriptions = new Map<string, Handler>();
  private socket: Socket | undefined;

  constructor(address: BrokerAddress) {
    this.address = address;
  }

  async resolve(): Promise<void> {
    this.socket = await openConnection(this.address);
  }

  subscribe(channel: string, handler: Handler): void {
    this.subscriptions.set(channel, handler);
  }

  /** Closes the connection and forgets the subscriptions. */
  async dispose(): Promise<void> {
    this.subscriptions.clear();
    this.socket?.destroy();
    this.socket = undefined;
  }
}
