/** The node an edge leaves, by binary search. */
export function sourceOf(edge: number, firstEdges: Uint32Array): number {
  let low = 0;
  let high = firstEdges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (firstEdges[middle] <= edge) low = middle;
    else high = middle;
  }
  return low;
}
