import { Writable } from 'node:stream';

/** A stream into memory, with the size of a terminal, and what has been written to it. */
export function terminal({ isTTY, columns = 120, rows = 30 }: { isTTY: boolean; columns?: number; rows?: number }): {
  stream: NodeJS.WriteStream;
  written(): string;
} {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const size = { isTTY, columns, rows };
  return { stream: Object.assign(stream, size) as unknown as NodeJS.WriteStream, written: () => text };
}
