import { findEdge, NodeKind } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';

/** An object's prototypes, the nearest first. */
export function* prototypesOf({ snapshot }: Suspect, object: number): Generator<number> {
  let prototype = findEdge(snapshot, object, '__proto__');
  while (prototype !== undefined && isObject(snapshot.nodeKinds[prototype])) {
    yield prototype;
    prototype = findEdge(snapshot, prototype, '__proto__');
  }
}

/** The last prototype's own is null, which V8 writes as a node too. */
function isObject(kind: number | undefined): boolean {
  return kind === NodeKind.object || kind === NodeKind.closure;
}

/** The function of this name that an object has as a property itself, not by way of a prototype; undefined for anything else. */
export function ownFunction({ snapshot }: Suspect, object: number, name: string): number | undefined {
  const found = findEdge(snapshot, object, name);
  return found !== undefined && snapshot.nodeKinds[found] === NodeKind.closure ? found : undefined;
}
