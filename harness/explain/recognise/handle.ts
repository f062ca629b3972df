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

/** Handles that only Node's native side holds: what keeps them is that they are open. */
export function recogniseHandle(suspect: Suspect): Recognition | null {
  const { path, at } = suspect;
  const isHeldOutside = path.nodes.slice(1, at + 1).some((node) => suspect.textOf(node) === '(Global handles)');
  const name = path.nodes
    .slice(at)
    .map((node) => suspect.nameOf(node))
    .find((each) => each in CLOSERS);
  if (!isHeldOutside || name === undefined) return null;
  return {
    kind: 'open handle',
    title: `${name}s are not closed.`,
    evidence: [`${suspect.nodes.length} from the measured iterations are held by Node's native side, as open ones are`],
    remedy: `call ${CLOSERS[name]} when it is done with, on failure too`,
  };
}
