import { NodeKind } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import { bareName } from './bare-name.ts';
import { collectionName, placeAround } from './collection-name.ts';
import { type Entries, entriesIn } from './entries.ts';
import { exportOf, fileOfExport, isCell } from './export-of.ts';
import { ownFunction, prototypesOf } from './prototypes.ts';
import type { Recognition } from './recognition.ts';

/** How a collection is called, how several are, and what takes an entry out. */
interface CollectionKind {
  called: string;
  several: string;
  remedy: string;
}

const KINDS: ReadonlyMap<string, CollectionKind> = new Map([
  [
    'Map',
    {
      called: 'a Map',
      several: 'Maps',
      remedy: 'delete() the entry when what it is about has ended, bound the map, or use a WeakMap keyed by the object',
    },
  ],
  ['Set', { called: 'a Set', several: 'Sets', remedy: 'delete() the member when it has ended, or use a WeakSet' }],
  [
    'Array',
    {
      called: 'an array',
      several: 'arrays',
      remedy: 'take the element out when it is done with, or bound the length',
    },
  ],
  [
    'Object',
    {
      called: 'a plain object used as a registry',
      several: 'plain objects used as registries',
      remedy: 'delete the key when what it is about has ended, or use a Map of bounded size',
    },
  ],
]);
/** Every object inherits from Object: that alone makes none a registry. */
const EXTENDED: ReadonlySet<string> = new Set(['Map', 'Set', 'Array']);

/** A Map, Set, array or plain object that was there before and has grown. */
export function recogniseCollection(suspect: Suspect): Recognition | null {
  const { holderAt } = suspect;
  const isStore = suspect.snapshot.nodeKinds[suspect.example] === NodeKind.array;
  const holder = suspect.path.nodes[holderAt];
  if (holder === undefined) return null;
  const kind = KINDS.get(suspect.nameOf(holder)) ?? extendedKind(suspect, holder);
  const entries = kind === undefined || isStore ? null : entriesIn(suspect, holderAt);
  if (kind === undefined || (entries === null && !isStore)) return null;
  const way = wayTo(suspect, holderAt);
  return {
    kind: 'growing collection',
    title: titleOf(suspect, kind, entries),
    evidence: [
      entries === null
        ? `its store was made anew in the measured iterations and has ${suspect.snapshot.nodeSizes[suspect.example]} bytes; what it holds are numbers`
        : `${entries.count} more of ${entries.aroundAt === -1 ? 'its' : 'their'} entries are ${suspect.nameOf(suspect.example)} after the measured iterations than before`,
      ...(way === null ? [] : [`it is reached by way of ${way}`]),
    ],
    remedy: kind.remedy,
  };
}

function titleOf(suspect: Suspect, { called, several }: CollectionKind, entries: Entries | null): string {
  const isOne = entries === null || entries.aroundAt === -1;
  const title = isOne
    ? `${collectionName(suspect, suspect.holderAt, called)} grows.`
    : `${several}${placeAround(suspect, entries.aroundAt)} grow.`;
  return title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The kind of an object whose class extends Map, Set or Array: their own constructors, which have no place in any script, made its prototype. */
function extendedKind(suspect: Suspect, holder: number): CollectionKind | undefined {
  const className = suspect.nameOf(holder);
  for (const prototype of prototypesOf(suspect, holder)) {
    const maker = ownFunction(suspect, prototype, 'constructor');
    if (maker === undefined || suspect.placeOf(maker) !== null) continue;
    const name = suspect.textOf(maker);
    const kind = EXTENDED.has(name) ? KINDS.get(name) : undefined;
    if (kind !== undefined)
      return {
        ...kind,
        called: `${withArticle(className)} (${kind.called})`,
        several: `objects of the class ${className} (${kind.several})`,
      };
  }
  return undefined;
}

function withArticle(className: string): string {
  return `${/^[aeiou]/i.test(className) ? 'an' : 'a'} ${className}`;
}

/**
 * The module whose variable leads to it, or the place of the function or class that it is reached by: the nearest in an
 * installed package, as what the scenario holds leads to most things, and otherwise the nearest.
 */
function wayTo(suspect: Suspect, holderAt: number): string | null {
  const direct = suspect.path.nodes[holderAt - 1];
  const exported = direct !== undefined && isCell(suspect, direct) ? exportOf(suspect, direct) : null;
  const file = exported === null ? undefined : fileOfExport(suspect, exported);
  // The path may lead through a module that imports it.
  if (file !== undefined) return `the module ${file}`;
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
