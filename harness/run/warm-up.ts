/** Batches over which the heap has to be flat, or to grow evenly, for the warm-up to end. */
const EVEN_BATCHES = 3;
/** Fewest batches: lazy initialisation and inline caches are through after two or three under the EXACT flags. */
const FEWEST_BATCHES = 4;
/** Bytes by which batches may differ and still be even: the heap of scenarios with sockets moves by up to 440 B. */
const EVEN_BYTES = 256;
/** The same, relative to the growth of a batch: leaks measured are constant to about 1 %. */
const EVEN_PART = 0.02;

/** Whether the settled heap after each warm-up batch shows that warming up is over: it is flat, or grows evenly. */
export function isWarm(heapBytes: readonly number[]): boolean {
  if (heapBytes.length <= FEWEST_BATCHES) return false;
  const steps = heapBytes.slice(1).map((bytes, i) => bytes - (heapBytes[i] as number));
  const recent = steps.slice(-EVEN_BATCHES);
  const spread = Math.max(...recent) - Math.min(...recent);
  const size = Math.max(...recent.map(Math.abs));
  return spread <= Math.max(EVEN_BYTES, EVEN_PART * size);
}
