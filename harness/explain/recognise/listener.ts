import { findEdge, NodeKind, tableEntry } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import type { Recognition } from './recognition.ts';

/** What an event is listened to on, and which. */
interface Subscription {
  emitter: number;
  event: string;
}

/** Listeners that stay on an emitter or event target which was there before. */
export function recogniseListener(suspect: Suspect): Recognition | null {
  const found = onEmitter(suspect) ?? onTarget(suspect);
  if (found === null) return null;
  const emitter = suspect.nameOf(found.emitter);
  const listener = listenerOf(suspect);
  const place = listener === null ? null : suspect.placeOf(listener);
  const name = listener === null ? '' : suspect.textOf(listener) || 'an anonymous function';
  const isTarget = suspect.snapshot.nodeKinds[found.emitter] === NodeKind.object && onEmitter(suspect) === null;
  const off = isTarget ? 'removeEventListener' : 'off';
  return {
    kind: 'listener',
    title: `Listeners for '${found.event}' stay on a long-lived ${emitter}.`,
    evidence: [
      `${suspect.nodes.length} more of them after the measured iterations than before`,
      ...(place === null ? [] : [`the listener: ${name} at ${place}`]),
    ],
    remedy: `call ${off}('${found.event}', listener) when the work it is for is over, on failure too; or add it once, outside the repeated action`,
  };
}

/** What Node keeps listeners in: an object or a Map of events, and an array or a list of them for each. */
const LISTENERS: ReadonlySet<string> = new Set(['Object', 'Array', 'Map', 'Listener']);

/** Node's EventEmitter: `_events`, an object with a function or an array of them for each event. */
function onEmitter(suspect: Suspect): Subscription | null {
  const { nodes, edges } = suspect.path;
  for (let i = 0; i + 1 < suspect.at; i++) {
    const emitter = nodes[i] as number;
    if (suspect.isNew(emitter) || suspect.edgeName(edges[i] as number) !== '_events') continue;
    if (!suspect.runsStraight(i, LISTENERS)) continue;
    const event = edges
      .slice(i + 1, suspect.at)
      .map((edge) => suspect.edgeName(edge))
      .find((name) => name !== 'properties');
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

/** The function that was handed in: not the wrapper of `once`. */
function listenerOf({ snapshot, example, path, at }: Suspect): number | null {
  const isFunction = (node: number | undefined) => node !== undefined && snapshot.nodeKinds[node] === NodeKind.closure;
  const candidates = [example, ...path.nodes.slice(at)];
  for (const node of candidates) {
    const wrapped = isFunction(node) ? findEdge(snapshot, node, 'bound_this') : node;
    const inside = wrapped === undefined ? undefined : findEdge(snapshot, wrapped, 'listener');
    const callback = findEdge(snapshot, node, 'callback');
    const bound = isFunction(node) ? findEdge(snapshot, node, 'bound_function') : undefined;
    const found = [inside, callback, bound, node].find(isFunction);
    if (found !== undefined) return found;
  }
  return null;
}
