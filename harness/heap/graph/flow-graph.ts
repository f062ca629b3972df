/**
 * The graph that retention is judged on. Node 0 is the root; the edges of node `n` are `firstEdges[n]` up to, not
 * including, `firstEdges[n + 1]`. Only edges with a 1 in `essential` hold their target in memory.
 */
export interface FlowGraph {
  readonly nodeCount: number;
  readonly firstEdges: Uint32Array;
  readonly edgeTargets: Uint32Array;
  readonly essential: Uint8Array;
}
