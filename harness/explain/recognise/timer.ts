import { findEdge, NodeKind } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import type { Recognition } from './recognition.ts';

/** Timers in Node's list of those that wait. */
export function recogniseTimer(suspect: Suspect): Recognition | null {
  const { snapshot, path, at } = suspect;
  const timer = path.nodes.slice(at).find((node) => suspect.nameOf(node) === 'Timeout');
  if (timer === undefined || !isWaiting(suspect)) return null;
  const callback = findEdge(snapshot, timer, '_onTimeout');
  const place =
    callback !== undefined && snapshot.nodeKinds[callback] === NodeKind.closure ? suspect.placeOf(callback) : null;
  return {
    kind: 'timer',
    title: 'Timers wait that nobody has cleared.',
    evidence: [
      `${suspect.nodes.length} of them from the measured iterations are in Node's list of timers`,
      ...(place === null ? [] : [`what they call: ${place}`]),
    ],
    remedy:
      'keep what setTimeout or setInterval returns and hand it to clearTimeout or clearInterval when the work is over, on failure too; unref() lets the process end but keeps the timer',
  };
}

/** Older timers in the same list: what they call may hold anything, but is no timer. */
const TIMERS: ReadonlySet<string> = new Set(['Timeout']);

/** Node's lists of timers hold one that waits; one that is done or cleared is held by others at most. */
function isWaiting(suspect: Suspect): boolean {
  const list = suspect.path.nodes
    .slice(0, suspect.at + 1)
    .findLastIndex((node) => suspect.nameOf(node) === 'TimersList');
  return list !== -1 && suspect.runsStraight(list, TIMERS);
}
