import { createReadStream } from 'node:fs';
import type { SnapshotHeader } from './snapshot-header.ts';

const comma = 44;
const zero = 48;
const nine = 57;
const closingBracket = 93;

/**
 * The size of the heap in a snapshot file: the sum of its nodes' own sizes, in bytes. The file's size would not tell, as
 * it holds neither long strings nor the numbers in arrays.
 *
 * Only the nodes are read, about a third of the file.
 */
export async function readHeapSize(path: string, header: SnapshotHeader): Promise<number> {
  let total = 0;
  let field = 0;
  let number = 0;
  for await (const chunk of createReadStream(path, { start: header.nodesStart, highWaterMark: 1 << 20 })) {
    for (const byte of chunk as Buffer) {
      if (byte >= zero && byte <= nine) {
        number = number * 10 + byte - zero;
      } else if (byte === comma || byte === closingBracket) {
        if (field === header.selfSizeField) {
          total += number;
        }
        if (byte === closingBracket) {
          return total;
        }
        number = 0;
        field = field + 1 === header.nodeFields ? 0 : field + 1;
      }
    }
  }
  return total;
}
