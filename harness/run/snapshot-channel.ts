import { execFile } from 'node:child_process';
import { closeSync, constants, createReadStream, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Socket } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

/** A snapshot on its way from the subject. */
export interface IncomingSnapshot {
  /** Where the subject is to write it. */
  path: string;
  /** What it writes, while it writes. Has to be read to the end, or given up, or the subject waits for ever. */
  pieces: AsyncIterable<Uint8Array>;
  /** To be called when the subject has written it, or will not: nothing more comes then. */
  end(): void;
}

/** In what a file is read, bytes; `read-snapshot.ts` tells what others cost. */
const PIECE_BYTES = 1 << 20;

/**
 * How snapshots come from the subject. Where the system has FIFOs, each is read while V8 writes it: the answer is there
 * 1 to 50 ms after V8's last byte, and what nobody needs as a file never touches the disk. Elsewhere it is a file.
 */
export class SnapshotChannel {
  readonly #directory: string;
  readonly #fifo: string | null;

  /** @param directory Where the FIFO is made, and snapshots that are written to files. */
  static async open(directory: string): Promise<SnapshotChannel> {
    const fifo = path.join(directory, 'snapshot');
    const made = await promisify(execFile)('mkfifo', [fifo]).then(
      () => true,
      () => false,
    );
    return new SnapshotChannel(directory, made ? fifo : null);
  }

  private constructor(directory: string, fifo: string | null) {
    this.#directory = directory;
    this.#fifo = fifo;
  }

  /** @param keptAs File that gets a copy; null for none. */
  expect(keptAs: string | null): IncomingSnapshot {
    return this.#fifo === null
      ? throughFile(keptAs ?? path.join(this.#directory, 'unnamed.heapsnapshot'))
      : throughFifo(this.#fifo, keptAs);
  }
}

function throughFifo(fifo: string, keptAs: string | null): IncomingSnapshot {
  // Without waiting for a writer; and with a writer of our own, so that there is no end before there is a beginning.
  const reader = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
  const socket = new Socket({ fd: reader, readable: true, writable: false });
  let ended = false;
  return {
    path: fifo,
    pieces: keptAs === null ? socket : copied(socket, keptAs),
    end() {
      if (!ended) closeSync(writer);
      ended = true;
    },
  };
}

/** A disk that is full is the loss of those who need the copy, not of those who read along. */
async function* copied(source: Socket, file: string): AsyncGenerator<Uint8Array> {
  await using copy = await open(file, 'w');
  let complete = true;
  for await (const piece of source) {
    if (complete) {
      complete = await copy.appendFile(piece).then(
        () => true,
        () => false,
      );
    }
    yield piece;
  }
}

function throughFile(file: string): IncomingSnapshot {
  const written = Promise.withResolvers<void>();
  async function* pieces(): AsyncGenerator<Uint8Array> {
    await written.promise;
    yield* createReadStream(file, { highWaterMark: PIECE_BYTES });
  }
  return { path: file, pieces: pieces(), end: () => written.resolve() };
}
