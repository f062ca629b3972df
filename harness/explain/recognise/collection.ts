import { EdgeKind, moduleName } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import type { Recognition } from './recognition.ts';

/** How a collection is called, and what takes an entry out of it. */
const KINDS: Readonly<Record<string, { called: string; remedy: string }>> = {
  Map: {
    called: 'a Map',
    remedy: 'delete() the entry when what it is about has ended, bound the map, or use a WeakMap keyed by the object',
  },
  Set: { called: 'a Set', remedy: 'delete() the member when it has ended, or use a WeakSet' },
  Array: { called: 'an array', remedy: 'take the element out when it is done with, or bound the length' },
  Object: {
    called: 'a plain object used as a registry',
    remedy: 'delete the key when what it is about has ended, or use a Map of bounded size',
  },
};

/** A Map, Set, array or plain object that was there before and has grown. */
export function recogniseCollection(suspect: Suspect): Recognition | null {
  const { holderAt } = suspect;
  const holder = suspect.path.nodes[holderAt];
  if (holder === undefined || suspect.nodes.length < 2) return null;
  const className = suspect.nameOf(holder);
  const kind = KINDS[className];
  if (kind === undefined || !isEntry(suspect, holderAt, className)) return null;
  const name = nameOf(suspect, holderAt);
  const module = moduleOf(suspect, holderAt);
  return {
    kind: 'growing collection',
    title: `${name === null ? kind.called : `\`${name}\`, ${kind.called},`} grows.`.replace(/^a/, 'A'),
    evidence: [
      `${suspect.nodes.length} entries more after the measured iterations than before: ${suspect.nameOf(suspect.example)}`,
      ...(module === null ? [] : [`it belongs to ${module}`]),
    ],
    remedy: kind.remedy,
  };
}

/** Whether the object is held as one of many: not by a property that has a single value. */
function isEntry(suspect: Suspect, holderAt: number, className: string): boolean {
  const { snapshot, path } = suspect;
  const edge = path.edges[holderAt] as number;
  const kind = snapshot.edgeKinds[edge];
  if (className === 'Object')
    return kind === EdgeKind.property || kind === EdgeKind.element || suspect.edgeName(edge) === 'properties';
  return kind === EdgeKind.element || ['table', 'elements'].includes(suspect.edgeName(edge) ?? '');
}

/** What it is held by: `cache` for a variable, `Pool.idle` for a property. */
function nameOf(suspect: Suspect, holderAt: number): string | null {
  const { snapshot, path } = suspect;
  const edge = path.edges[holderAt - 1];
  if (edge === undefined) return null;
  const kind = snapshot.edgeKinds[edge];
  const text = suspect.edgeName(edge);
  if (text === undefined) return null;
  if (kind === EdgeKind.context) return text;
  if (kind !== EdgeKind.property) return null;
  const owner = suspect.nameOf(path.nodes[holderAt - 1] as number);
  return /^[$\w]+$/.test(owner) ? `${owner}.${text}` : text;
}

/** The module whose variable leads to it, or the place of the function or class that it is reached by. */
function moduleOf(suspect: Suspect, holderAt: number): string | null {
  const { snapshot, path } = suspect;
  for (const node of path.nodes.slice(0, holderAt).reverse()) {
    const place = suspect.placeOf(node);
    if (place !== null && !place.startsWith('node:'))
      return `${suspect.nameOf(node).replace(/ \(.*\)$/, '')} at ${place}`;
    const module = moduleName(snapshot, node);
    if (module !== undefined) return module;
  }
  return null;
}
