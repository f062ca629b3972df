import { EdgeKind } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import { bareName } from './bare-name.ts';
import { collectionAround } from './entries.ts';
import { exportOf, isCell } from './export-of.ts';

/**
 * A collection as a title names it, `called` being what it is: `` `cache`, a Map, `` or `` an array in `byTenant` `` where only the
 * collection around it has a name, and `called` alone where nothing has one.
 */
export function collectionName(suspect: Suspect, holderAt: number, called: string): string {
  const own = nameAt(suspect, holderAt);
  if (own !== null) return own === 'default' ? `the default export, ${called},` : `\`${own}\`, ${called},`;
  return `${called}${placeAround(suspect, collectionAround(suspect, holderAt))}`;
}

/** `` in `byTenant` `` for what the collection at `around` of the path holds, or the nearest around it that has a name; empty for none. */
export function placeAround(suspect: Suspect, around: number): string {
  for (let at = around; at !== -1; at = collectionAround(suspect, at)) {
    const name = nameAt(suspect, at);
    if (name !== null) return name === 'default' ? ' in the default export' : ` in \`${name}\``;
  }
  return '';
}

/** What the node at `at` of the path is held by: `cache` for a variable or an export, `Pool.idle` for a property. */
function nameAt(suspect: Suspect, at: number): string | null {
  const { snapshot, path } = suspect;
  const edge = path.edges[at - 1];
  const holder = path.nodes[at - 1];
  if (edge === undefined || holder === undefined) return null;
  const kind = snapshot.edgeKinds[edge];
  const text = suspect.edgeName(edge);
  // What setup returned has no name of its author's.
  if (text === undefined || text === 'scenarioContext') return null;
  if (kind === EdgeKind.context) return text;
  if (isCell(suspect, holder)) return exportOf(suspect, holder)?.name ?? null;
  if (kind !== EdgeKind.property) return null;
  const owner = ownerName(suspect, at - 1);
  return IDENTIFIER.test(text)
    ? `${owner === null ? '' : `${owner}.`}${text}`
    : `${owner ?? ''}[${JSON.stringify(text)}]`;
}

const IDENTIFIER = /^#?[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** What stands before the dot: a class or function, and for a plain object its own name where it has one. */
function ownerName(suspect: Suspect, at: number): string | null {
  const name = bareName(suspect, suspect.path.nodes[at] as number);
  if (name === 'Object') return nameAt(suspect, at) ?? name;
  return IDENTIFIER.test(name) ? name : null;
}
