import { EdgeKind, isIndexEdge, NodeKind } from '../kinds.ts';
import { foldCounter } from '../names/dynamic-name.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { tableEntry } from './table-entry.ts';

/** How one step of a path reads: as it is, and without what differs from object to object. */
export interface StepLabel {
  exact: string;
  general: string;
}

/** The edges from an object a programmer knows to the next one, by way of nodes only V8 knows. */
export interface Step {
  holder: number;
  /** At least one, from the holder on. */
  edges: readonly number[];
}

/** More properties than an object with a shape written by hand has: it is a dictionary, and its keys are data. */
const DICTIONARY_SIZE = 32;

const IDENTIFIER = /^[#\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const WEAK_MAP_PAIR = / pair in WeakMap \(table @\d+\)$/;

/** Words for the step from `step.holder` along `step.edges`; behind the holder's name, so with its own `.` or `[`. */
export function labelStep(snapshot: HeapSnapshot, step: Step): StepLabel {
  const last = step.edges[step.edges.length - 1];
  const from = step.edges.length === 1 ? step.holder : snapshot.edgeTargets[step.edges[step.edges.length - 2]];
  const { edgeKinds, edgeNames, strings } = snapshot;
  const kind = edgeKinds[last];
  if (kind === EdgeKind.element) return elementLabel(snapshot, from, edgeNames[last]);
  if (isIndexEdge(kind)) return isContext(snapshot, from) ? same(': a variable') : same('');
  const name = strings.get(edgeNames[last]);
  if (kind === EdgeKind.context) return same(`: variable ${name}`);
  if (kind === EdgeKind.property) return propertyLabel(snapshot, from, name);
  if (WEAK_MAP_PAIR.test(name))
    return same(snapshot.nodeKinds[from] === NodeKind.array ? '[key]' : ' (key of a WeakMap)');
  if (snapshot.nodeKinds[from] === NodeKind.array && /^\d+$/.test(name)) {
    return entryLabel(snapshot, step, from, Number(name));
  }
  return internalLabel(snapshot, step);
}

/** V8 numbers what its own roots hold as it comes. */
function elementLabel({ nodeKinds }: HeapSnapshot, holder: number, index: number): StepLabel {
  return nodeKinds[holder] === NodeKind.synthetic ? same('[*]') : { exact: `[${index}]`, general: '[*]' };
}

function propertyLabel(snapshot: HeapSnapshot, holder: number, name: string): StepLabel {
  const exact = accessor(name);
  if (isDictionary(snapshot, holder)) return { exact, general: '[*]' };
  return { exact, general: accessor(foldCounter(name)) };
}

function accessor(name: string): string {
  if (IDENTIFIER.test(name.replaceAll('*', '_'))) return `.${name}`;
  return name.startsWith('<symbol') ? `[${name.slice(1, -1)}]` : `[${JSON.stringify(name)}]`;
}

function entryLabel(snapshot: HeapSnapshot, { holder, edges }: Step, table: number, index: number): StepLabel {
  const entry = tableEntry(snapshot, holder, table, edges[edges.length - 1], index);
  if (entry === 'member') return same('');
  if (entry === 'key') return same(' (key)');
  // The slots of other tables are numbered by a seed that differs from process to process.
  if (entry === undefined) return same('[*]');
  const { key } = entry;
  const text = key !== undefined && snapshot.nodeKinds[key] === NodeKind.string ? keyText(snapshot, key) : '';
  return { exact: `[key${text}]`, general: '[key]' };
}

function keyText({ strings, nodeNames }: HeapSnapshot, key: number): string {
  const text = strings.get(nodeNames[key]);
  return ` ${JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text)}`;
}

/** The first named link says most: `bound_this`, `reactions_or_result`. */
function internalLabel(snapshot: HeapSnapshot, { edges }: Step): StepLabel {
  for (const edge of edges) {
    if (isIndexEdge(snapshot.edgeKinds[edge])) continue;
    const name = snapshot.strings.get(snapshot.edgeNames[edge]);
    if (!/^\d/.test(name)) return same(` (${name.replaceAll('_', ' ')})`);
  }
  return same('');
}

function same(text: string): StepLabel {
  return { exact: text, general: text };
}

function isContext({ strings, nodeNames }: HeapSnapshot, node: number): boolean {
  return strings.get(nodeNames[node]) === 'system / Context';
}

function isDictionary({ firstEdges, edgeKinds, strings, nodeNames }: HeapSnapshot, node: number): boolean {
  if (strings.get(nodeNames[node]) !== 'Object') return false;
  let properties = 0;
  // Asked for every object the holder holds: must not look at all of its edges each time.
  for (let edge = firstEdges[node]; edge < firstEdges[node + 1] && properties <= DICTIONARY_SIZE; edge++) {
    if (edgeKinds[edge] === EdgeKind.property) properties++;
  }
  return properties > DICTIONARY_SIZE;
}
