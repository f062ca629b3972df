import type { Socket } from 'node:net';
import { type BrokerAddress, type Handler, openConnection, RECONNECT_AFTER } from '../common/connection.ts';

/**
 * A client of a message queue. When the first connection fails, `resolve` rejects, but the client goes on trying for
 * ever, with nobody left who could stop it.
 */
export class QueueClient {
  private readonly address: BrokerAddress;
  private readonly subscriptions = new Map<string, Handler>();
  private socket: Socket | undefined;

  constructor(address: BrokerAddress) {
    this.address = address;
  }

  async resolve(): Promise<void> {
    try {
      this.socket = await openConnection(this.address);
    } catch (error) {
      setTimeout(() => this.resolve().catch(() => {}), RECONNECT_AFTER);
      throw error;
    }
  }

  subscribe(channel: string, handler: Handler): void {
    this.subscriptions.set(channel, handler);
  }

  /** Closes the connection, by force when it does not close in time. */
  async dispose(): Promise<void> {
    const { socket } = this;
    socket?.end();
    setTimeout(() => socket?.destroy(), RECONNECT_AFTER);
  }
}
