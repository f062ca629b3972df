import { NodeKind } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import { bareName } from './bare-name.ts';
import { collectionName } from './collection-name.ts';
import { ownFunction, prototypesOf } from './prototypes.ts';
import type { Recognition } from './recognition.ts';

/** How a collection is called, and what takes an entry out of it. */
interface CollectionKind {
  called: string;
  remedy: string;
}

const KINDS: ReadonlyMap<string, CollectionKind> = new Map([
  [
    'Map',
    {
      called: 'a Map',
      remedy: 'delete() the entry when what it is about has ended, bound the map, or use a WeakMap keyed by the object',
    },
  ],
  ['Set', { called: 'a Set', remedy: 'delete() the member when it has ended, or use a WeakSet' }],
  ['Array', { called: 'an array', remedy: 'take the element out when it is done with, or bound the length' }],
  [
    'Object',
    {
      called: 'a plain object used as a registry',
      remedy: 'delete the key when what it is about has ended, or use a Map of bounded size',
    },
  ],
]);
/** Every object inherits from Object: that alone makes none a registry. */
const EXTENDED: ReadonlySet<string> = new Set(['Map', 'Set', 'Array']);

/** V8's links from a collection to what holds its entries. */
const STORE_EDGES = new Set(['table', 'elements', 'properties']);

/** A Map, Set, array or plain object that was there before and has grown. */
export function recogniseCollection(suspect: Suspect): Recognition | null {
  const { holderAt } = suspect;
  const isStore = suspect.snapshot.nodeKinds[suspect.example] === NodeKind.array;
  const holder = suspect.path.nodes[holderAt];
  if (holder === undefined) return null;
  const kind = KINDS.get(suspect.nameOf(holder)) ?? extendedKind(suspect, holder);
  if (kind === undefined || !(isStore || hasEntries(suspect, holder))) return null;
  const way = wayTo(suspect, holderAt);
  return {
    kind: 'growing collection',
    title: `${collectionName(suspect, holderAt, kind.called)} grows.`.replace(/^[at]/, (letter) =>
      letter.toUpperCase(),
    ),
    evidence: [
      isStore
        ? `its store was made anew in the measured iterations and has ${suspect.snapshot.nodeSizes[suspect.example]} bytes; what it holds are numbers`
        : `${suspect.nodes.length} more of its entries are ${suspect.nameOf(suspect.example)} after the measured iterations than before`,
      ...(way === null ? [] : [`it is reached by way of ${way}`]),
    ],
    remedy: kind.remedy,
  };
}

/** The kind of an object whose class extends Map, Set or Array: their own constructors, which have no place in any script, made its prototype. */
function extendedKind(suspect: Suspect, holder: number): CollectionKind | undefined {
  for (const prototype of prototypesOf(suspect, holder)) {
    const maker = ownFunction(suspect, prototype, 'constructor');
    if (maker === undefined || suspect.placeOf(maker) !== null) continue;
    const name = suspect.textOf(maker);
    const kind = EXTENDED.has(name) ? KINDS.get(name) : undefined;
    if (kind !== undefined) return { ...kind, called: `${withArticle(suspect.nameOf(holder))} (${kind.called})` };
  }
  return undefined;
}

function withArticle(className: string): string {
  return `${/^[aeiou]/i.test(className) ? 'an' : 'a'} ${className}`;
}

/** Whether the holder has most of the objects itself, as entries: not one of them by a property, and the rest behind it. */
function hasEntries(suspect: Suspect, holder: number): boolean {
  const members = new Set(suspect.nodes);
  const entries = new Set<number>();
  for (const { name, target } of suspect.edgesOf(holder)) {
    if (members.has(target)) entries.add(target);
    else if (STORE_EDGES.has(name ?? '')) {
      for (const slot of suspect.edgesOf(target)) if (members.has(slot.target)) entries.add(slot.target);
    }
  }
  return entries.size >= Math.max(2, suspect.nodes.length / 2);
}

/**
 * The module whose variable leads to it, or the place of the function or class that it is reached by: the nearest in an
 * installed package, as what the scenario holds leads to most things, and otherwise the nearest.
 */
function wayTo(suspect: Suspect, holderAt: number): string | null {
  const ways = suspect.path.nodes
    .slice(0, holderAt)
    .filter((node) => suspect.isVisible(node))
    .map((node, i, before) => wayThrough(suspect, node, before[i - 1]))
    .filter((way) => way !== null)
    .reverse();
  return ways.find((way) => INSTALLED.test(way)) ?? ways[0] ?? null;
}

const INSTALLED = /[\\/]node_modules[\\/]/;

/** How a person finds a node on the path, `holder` being the one before it; null where only Node's own code leads to it. */
function wayThrough(suspect: Suspect, node: number, holder: number | undefined): string | null {
  const module = suspect.moduleFile(node);
  if (module !== undefined) return `the module ${module}`;
  const place = suspect.placeOf(node);
  // The variables of an ES module are those of the generator that runs its body.
  const isScope =
    holder !== undefined && suspect.nameOf(node) === 'Generator' && suspect.moduleFile(holder) !== undefined;
  if (place === null || place.startsWith('node:') || isScope) return null;
  return `${bareName(suspect, node)} at ${place}`;
}
