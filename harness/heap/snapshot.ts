import type { StringTable } from './reader/string-table.ts';

/** Where closures and objects are defined. Entry `i` describes node `nodes[i]`; lines and columns count from 0. */
export interface Locations {
  readonly nodes: Uint32Array;
  readonly scriptIds: Uint32Array;
  readonly lines: Uint32Array;
  readonly columns: Uint32Array;
}

/**
 * A heap snapshot as typed arrays. Nodes and edges are named by their ordinal, counted from 0; node 0 is the root.
 * The edges of node `n` are `firstEdges[n]` up to, not including, `firstEdges[n + 1]`.
 */
export interface HeapSnapshot {
  /** The path or name it was read from, for messages. */
  readonly name: string;
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** `NodeKind` of each node. */
  readonly nodeKinds: Uint8Array;
  /** Index of each node's name in `strings`. */
  readonly nodeNames: Uint32Array;
  /** V8's id of each node: odd for heap objects, even for native ones. */
  readonly nodeIds: Uint32Array;
  /** Shallow size of each node in bytes. */
  readonly nodeSizes: Uint32Array | Float64Array;
  /** `nodeCount + 1` entries. */
  readonly firstEdges: Uint32Array;
  /** `EdgeKind` of each edge. */
  readonly edgeKinds: Uint8Array;
  /** Index in `strings`, or the number itself for element and hidden edges. */
  readonly edgeNames: Uint32Array;
  /** The node each edge points to. */
  readonly edgeTargets: Uint32Array;
  readonly locations: Locations;
  readonly strings: StringTable;
}
