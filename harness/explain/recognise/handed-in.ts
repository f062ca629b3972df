import { EdgeKind, findEdge, NodeKind } from '../../heap/index.ts';
import { CONTEXT, type Suspect } from '../leaks/suspect.ts';

/** Where Node defines `once` and its like; a place ends with a line. */
const EVENTS = /^node:events:/;
/** Where Node makes the function that calls `handleEvent` of an object. */
const EVENT_TARGET = /^node:internal\/event_target:/;
/** The functions that `once` of node:events adds for the event it waits for and for errors, in Node 20 to 26. */
const OF_ONCE: ReadonlySet<string> = new Set(['resolver', 'errorListener']);

/**
 * What was handed in as a listener: a function, not the wrapper that `once` or `bind` puts around it, or an object with
 * `handleEvent`.
 */
export function listenerOf(suspect: Suspect): number | null {
  for (const node of suspect.path.nodes.slice(suspect.at)) {
    const found = isFunction(suspect, node) ? unwrapped(suspect, node) : inListener(suspect, node);
    if (found !== undefined) return found;
  }
  return null;
}

/** The line that tells what was handed in and where it is; none where the heap does not tell. */
export function handedIn(suspect: Suspect, listener: number | null): string[] {
  if (listener === null) return [];
  if (isFunction(suspect, listener)) {
    const place = suspect.placeOf(listener);
    return place === null ? [] : [`the listener: ${suspect.textOf(listener) || 'an anonymous function'} at ${place}`];
  }
  const method = findEdge(suspect.snapshot, listener, 'handleEvent');
  const place = suspect.placeOf(listener) ?? (method === undefined ? null : suspect.placeOf(method));
  const at = place === null ? '' : `, at ${place}`;
  return [`the listener: an object of the class ${suspect.nameOf(listener)} with handleEvent${at}`];
}

/** The event that `once` of node:events waits for, of a function which it added itself; null for any other function. */
export function eventOfOnce(suspect: Suspect, listener: number): string | null {
  const { snapshot } = suspect;
  if (!OF_ONCE.has(suspect.textOf(listener)) || !EVENTS.test(suspect.placeOf(listener) ?? '')) return null;
  let context = findEdge(snapshot, listener, 'context');
  while (context !== undefined && suspect.textOf(context) === CONTEXT) {
    for (const { kind, name, target } of suspect.edgesOf(context)) {
      if (kind === EdgeKind.context && name === 'name' && snapshot.nodeKinds[target] === NodeKind.string)
        return suspect.textOf(target);
    }
    context = findEdge(snapshot, context, 'previous');
  }
  return null;
}

function isFunction({ snapshot }: Suspect, node: number | undefined): node is number {
  return node !== undefined && snapshot.nodeKinds[node] === NodeKind.closure;
}

/** Through the wrapper of `once`, a bound function in Node 20 and 22 and a closure of its own in 24, and then through `bind`. */
function unwrapped(suspect: Suspect, wrapper: number): number {
  const { snapshot } = suspect;
  const bound = findEdge(snapshot, wrapper, 'bound_function');
  const isWrapper = bound !== undefined || EVENTS.test(suspect.placeOf(wrapper) ?? '');
  const inside = isWrapper ? findEdge(snapshot, wrapper, 'listener') : undefined;
  const next = isFunction(suspect, inside) ? inside : bound;
  return isFunction(suspect, next) ? unwrapped(suspect, next) : wrapper;
}

/** What Node's entry for a listener of an EventTarget holds: as it was handed in, and the function to call. */
function inListener(suspect: Suspect, entry: number): number | undefined {
  const { snapshot } = suspect;
  const handed = findEdge(snapshot, entry, 'listener');
  const called = findEdge(snapshot, entry, 'callback');
  if (!isFunction(suspect, called)) return undefined;
  const isObject = handed !== undefined && snapshot.nodeKinds[handed] === NodeKind.object;
  return isObject && EVENT_TARGET.test(suspect.placeOf(called) ?? '') ? handed : unwrapped(suspect, called);
}
