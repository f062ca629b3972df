import { findEdge, NodeKind } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import type { Recognition } from './recognition.ts';

/** Classes of Node's that stand for something the operating system keeps open, and what ends each. */
const CLOSERS: Readonly<Record<string, string>> = {
  Socket: 'destroy() or end()',
  TLSSocket: 'destroy() or end()',
  TCP: 'destroy() or end() of the socket, or close() of the server',
  Pipe: 'destroy() of the stream',
  Server: 'close()',
  UDP: 'close() of the dgram socket',
  ChildProcess: 'kill(), and wait for its exit event',
  Process: 'kill(), and wait for its exit event',
  FileHandle: 'close(), or `await using`',
  FSWatcher: 'close()',
  FSEvent: 'close() of the watcher',
  StatWatcher: 'fs.unwatchFile()',
  Worker: 'terminate()',
  MessagePort: 'close()',
  ReadStream: 'destroy()',
  WriteStream: 'end() or destroy()',
};

/** Roots of what Node's native side holds: of Node 24, and of Node 22. */
const NATIVE_SIDE = /^(\(Global handles\)|Node \/ .*)$/;

/** Handles that are open: Node's native side holds them, or they hold what stands for it there, which closing takes away. */
export function recogniseHandle(suspect: Suspect): Recognition | null {
  const { path, at, snapshot } = suspect;
  const handle = path.nodes.slice(at).find((node) => suspect.nameOf(node) in CLOSERS);
  if (handle === undefined) return null;
  const root = path.nodes.slice(0, at).findIndex((node) => NATIVE_SIDE.test(suspect.textOf(node)));
  const isHeldOutside = root > 0 && suspect.runsStraight(root);
  const native = findEdge(snapshot, handle, '_handle');
  const isOpen = native !== undefined && snapshot.nodeKinds[native] === NodeKind.object;
  if (!isHeldOutside && !isOpen) return null;
  const name = suspect.nameOf(handle);
  const shown = isOpen ? `have a ${suspect.nameOf(native)} handle` : "are held by Node's native side";
  return {
    kind: 'open handle',
    title: `Objects of the class ${name} are not closed.`,
    evidence: [`${suspect.nodes.length} from the measured iterations ${shown}`],
    remedy: `call ${CLOSERS[name]} when it is done with, on failure too`,
  };
}
