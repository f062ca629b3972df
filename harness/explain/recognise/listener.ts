import { EdgeKind, tableEntry } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import { isEmitter } from './emitter.ts';
import { eventOfOnce, handedIn, listenerOf } from './handed-in.ts';
import type { Recognition } from './recognition.ts';

/** What an event is listened to on, and which. */
interface Subscription {
  emitter: number;
  event: string;
}

/** Listeners that stay on an emitter or event target which was there before. */
export function recogniseListener(suspect: Suspect): Recognition | null {
  const onNode = onEmitter(suspect);
  const found = onNode ?? onTarget(suspect);
  if (found === null) return null;
  const listener = listenerOf(suspect);
  const waitedFor = listener === null ? null : eventOfOnce(suspect, listener);
  const off = onNode === null ? 'removeEventListener' : 'off';
  return {
    kind: 'listener',
    title: `Listeners for '${found.event}' stay on a long-lived ${suspect.nameOf(found.emitter)}.`,
    evidence: [
      `${suspect.nodes.length} more of them after the measured iterations than before`,
      ...(waitedFor === null
        ? handedIn(suspect, listener)
        : [`the listener is of once() of node:events, which waits for '${waitedFor}'`]),
    ],
    remedy:
      waitedFor === null
        ? `call ${off}('${found.event}', listener) when the work it is for is over, on failure too; or add it once, outside the repeated action`
        : `hand a signal to once(emitter, '${waitedFor}', { signal }) and abort it when nobody waits any more, on failure too`,
  };
}

/** What Node keeps listeners in: an object or a Map of events, and an array or a list of them for each. */
const LISTENERS: ReadonlySet<string> = new Set(['Object', 'Array', 'Map', 'Listener']);

/** Node's EventEmitter: `_events`, an object with a function or an array of them for each event. */
function onEmitter(suspect: Suspect): Subscription | null {
  const { snapshot } = suspect;
  const { nodes, edges } = suspect.path;
  for (let i = 0; i + 1 < suspect.at; i++) {
    const emitter = nodes[i] as number;
    if (suspect.isNew(emitter) || suspect.edgeName(edges[i] as number) !== '_events') continue;
    if (!isEmitter(suspect, emitter)) continue;
    if (!suspect.runsStraight(i, LISTENERS)) continue;
    // The events' own names lie in a table behind the object, in slots with a number.
    const step = edges.slice(i + 1, suspect.at).find((edge) => snapshot.edgeKinds[edge] === EdgeKind.property);
    const event = step === undefined ? undefined : suspect.edgeName(step);
    if (event !== undefined) return { emitter, event };
  }
  return null;
}

/** Node's EventTarget, AbortSignal among them: a Map from the type to a list of listeners. */
function onTarget(suspect: Suspect): Subscription | null {
  const { snapshot } = suspect;
  const { nodes, edges } = suspect.path;
  for (let i = 0; i + 3 <= suspect.at; i++) {
    const [emitter, map, table] = nodes.slice(i, i + 3) as [number, number, number];
    if (suspect.isNew(emitter) || suspect.edgeName(edges[i] as number) !== '<symbol kEvents>') continue;
    if (!suspect.runsStraight(i, LISTENERS)) continue;
    const slot = edges[i + 2] as number;
    const entry = tableEntry(snapshot, map, table, slot, Number(suspect.edgeName(slot)));
    if (typeof entry !== 'object' || entry.key === undefined) continue;
    return { emitter, event: suspect.textOf(entry.key) };
  }
  return null;
}
