/**
 * The graph that retention is judged on. Node 0 is the root; the edges of node `n` are `firstEdges[n]` up to, not
 * including, `firstEdges[n + 1]`. Edges of a kind below `FIRST_WEAK_KIND` hold their target in memory; so do the root's
 * shortcuts, which mark the global objects.
 *
 * What the global objects reach is theirs: edges to it from anything else, but the root, do not count. This is how
 * Chromium's DevTools sees it, or V8's own references into the program would hide who owns what.
 */
export interface FlowGraph {
  readonly nodeCount: number;
  readonly firstEdges: Uint32Array;
  readonly edgeKinds: Uint8Array;
  readonly edgeTargets: Uint32Array;
}
