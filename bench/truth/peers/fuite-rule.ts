/** Iterations between the two snapshots: a prime, so that what merely happens to grow is unlikely to be a multiple. */
export const FUITE_ITERATIONS = 7;

/** Names that fuite takes for the engine's own, those that exist in Node. */
const INTERNAL: ReadonlySet<string> = new Set([
  '(array)',
  '(compiled code)',
  '(concatenated string)',
  '(object shape)',
  '(number)',
  '(sliced string)',
  '(string)',
  '(system)',
  'PerformanceEntry',
  'PerformanceResourceTiming',
  'system / Context',
]);

/** What fuite sees of a program. */
export interface FuiteView {
  /** By class: objects more than before, of classes that both snapshots have. */
  classes: readonly { name: string; more: number }[];
  /** Growth of each collection that was there before. */
  collections: readonly number[];
  /** Bytes more than before, all in all. */
  bytes: number;
}

const isMultiple = (count: number) => count > 0 && count % FUITE_ITERATIONS === 0;

/** What fuite 5.0.9 suspects: classes, and the growth of collections, that have grown by a multiple of the iterations. */
export function fuiteSuspects({ classes, collections }: FuiteView): string[] {
  const growing = classes.filter(({ name, more }) => isMultiple(more) && !INTERNAL.has(name)).map(({ name }) => name);
  return [...growing, ...collections.filter(isMultiple).map((growth) => `a collection by ${growth}`)];
}

/** The rule of fuite 5.0.9: the heap has grown by a byte or more an iteration, and something is suspected. */
export function fuiteRule(view: FuiteView): boolean {
  return Math.round(view.bytes / FUITE_ITERATIONS) > 0 && fuiteSuspects(view).length > 0;
}
