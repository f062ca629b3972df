import { readFile } from 'node:fs/promises';
import { PassError } from './pass-error.ts';

interface Reply {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/** A connection to the inspector of a process, from outside. It must stay open: V8 numbers objects anew when it ends. */
export class InspectorClient {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #lastId = 0;

  /** Connects to a `ws:` address. Rejects when nobody answers there. */
  static async connect(address: string): Promise<InspectorClient> {
    const socket = new WebSocket(address);
    const client = new InspectorClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new PassError(`no inspector answers at ${address}`)), {
        once: true,
      });
    });
    return client;
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Reply));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new PassError('the inspector has hung up'));
      this.#waiting.clear();
    });
  }

  /** Sends a command; resolves to its result as soon as the process comes to it. */
  post(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.#socket.close();
  }

  #receive({ id, result, error }: Reply): void {
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || waiting === undefined) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new PassError(error.message));
    else waiting.resolve(result);
  }
}

/** The address that a process started with `--inspect` has printed. Throws when it is not in its log. */
export async function inspectorAddress(log: string): Promise<string> {
  const printed = await readFile(log, 'utf8');
  const address = /^Debugger listening on (ws:\S+)$/m.exec(printed)?.[1];
  if (address === undefined)
    throw new PassError(`the subject has opened no inspector; it printed: ${printed.slice(0, 200)}`);
  return address;
}
