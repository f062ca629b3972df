/**
 * Node and edge types under numbers of our own, so that hot loops compare with constants whatever order a snapshot's
 * `meta` lists them in. A type that V8 may add later reads as `unknown`.
 */
export const nodeKinds = [
  'hidden',
  'array',
  'string',
  'object',
  'code',
  'closure',
  'regexp',
  'number',
  'native',
  'synthetic',
  'concatenated string',
  'sliced string',
  'symbol',
  'bigint',
  'object shape',
  'wasm object',
  'unknown',
] as const;

/**
 * Those that hold their target in memory come first. A `weak map value` is V8's internal edge from a WeakMap's table to
 * a value: V8 writes a second edge from the key to the value, and one of the two says who holds it.
 */
export const edgeKinds = [
  'context',
  'element',
  'property',
  'internal',
  'hidden',
  'unknown',
  'shortcut',
  'weak',
  'weak map value',
] as const;

export type NodeKindName = (typeof nodeKinds)[number];
export type EdgeKindName = (typeof edgeKinds)[number];

/** The number of each node type, by name. */
export const NodeKind = Object.fromEntries(nodeKinds.map((name, index) => [name, index])) as Record<
  NodeKindName,
  number
>;

/** The number of each edge type, by name. */
export const EdgeKind = Object.fromEntries(edgeKinds.map((name, index) => [name, index])) as Record<
  EdgeKindName,
  number
>;

/** Edges of a kind below this one hold their target in memory. */
export const FIRST_WEAK_KIND: number = EdgeKind.shortcut;

/** True for edges whose name is a number (an index), not a string. */
export function isIndexEdge(kind: number): boolean {
  return kind === EdgeKind.element || kind === EdgeKind.hidden;
}
