import { type FileHandle, open } from 'node:fs/promises';
import { MemlabError } from './error.ts';

/** What the first bytes of a snapshot file say of the rest. */
export interface SnapshotHeader {
  nodeCount: number;
  /** Numbers per node. */
  nodeFields: number;
  /** Which of them is the node's own size in bytes. */
  selfSizeField: number;
  /** Offset in the file of the first number of the nodes. */
  nodesStart: number;
}

/** The header takes about 1 kB in Node 20 to 26. */
const headerLimit = 64 * 1024;
const nodesMark = '"nodes":[';

async function bytesAt(file: FileHandle, position: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.toString('latin1', 0, bytesRead);
}

/**
 * Reads the header of a `.heapsnapshot` file and checks that its end is there too. memlab itself takes the ids of a
 * truncated baseline or target for all there are, and would report innocent objects as survivors.
 *
 * @param role what the file is in the triple, for the message
 * @throws MemlabError when the file is missing, no snapshot, or truncated
 */
export async function readSnapshotHeader(path: string, role: string): Promise<SnapshotHeader> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const problem = code === 'ENOENT' ? 'does not exist' : `cannot be opened (${code})`;
    throw new MemlabError(`The ${role} snapshot ${path} ${problem}; memlab needs a .heapsnapshot file there.`);
  }
  try {
    const stats = await file.stat();
    if (!stats.isFile()) {
      throw new MemlabError(`The ${role} snapshot ${path} is not a file; memlab needs a .heapsnapshot file there.`);
    }
    const header = parseHeader(await bytesAt(file, 0, headerLimit));
    if (!header) {
      throw new MemlabError(
        `The ${role} snapshot ${path} does not begin like a .heapsnapshot file written by V8 ({"snapshot":{"meta":...).`,
      );
    }
    const tail = await bytesAt(file, Math.max(0, stats.size - 64), 64);
    if (!tail.trimEnd().endsWith(']}')) {
      throw new MemlabError(
        `The ${role} snapshot ${path} is truncated after ${stats.size} bytes: a whole one ends with "]}".`,
      );
    }
    return header;
  } finally {
    await file.close();
  }
}

function parseHeader(text: string): SnapshotHeader | null {
  const end = text.indexOf(nodesMark);
  if (!text.startsWith('{"snapshot":') || end < 0) {
    return null;
  }
  try {
    const { snapshot } = JSON.parse(`${text.slice(0, end).trimEnd().replace(/,$/, '')}}`);
    const fields: string[] = snapshot.meta.node_fields;
    return {
      nodeCount: snapshot.node_count,
      nodeFields: fields.length,
      selfSizeField: fields.indexOf('self_size'),
      nodesStart: end + nodesMark.length,
    };
  } catch {
    return null;
  }
}
