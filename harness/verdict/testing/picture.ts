import type { ClassSeries } from '../classes.ts';
import type { Counted, Evidence, Reading } from '../evidence.ts';
import type { Allowances, Segment } from '../types.ts';

/** What is there after so many iterations. */
export type At = (iteration: number) => number;

/** What a run looks like; what is not drawn is constant at 0. */
export interface Picture {
  heap?: At;
  external?: At;
  arrayBuffers?: At;
  rss?: At;
  processesRss?: At;
  processes?: At;
  fds?: At;
  handles?: Record<string, At>;
  gauges?: Record<string, At>;
  /** Live objects of a class; all that are more than at baseline survive. */
  classes?: Record<string, At>;
  /** Bytes of the store behind one object that is older than the measuring. */
  store?: At;
  /** What is left of it after the last drain. */
  drainedTo?: Partial<Reading>;
  /** Whether what went was merely in flight. */
  inFlight?: boolean;
}

/** Nothing may grow. */
export const STRICT: Allowances = {
  heap: { perIteration: 0, written: '0 B' },
  objects: { perIteration: 0, written: '0' },
  external: { perIteration: 0, written: '0 B' },
  arrayBuffers: { perIteration: 0, written: '0 B' },
  handles: { perIteration: 0, written: '0' },
  rss: { perIteration: 0, written: '0 B' },
  processesRss: { perIteration: 0, written: '0 B' },
  processes: { perIteration: 0, written: '0' },
  fds: { perIteration: 0, written: '0' },
  gauges: {},
  errors: 0,
};

/** Iterations at which a run of 100 in 10 batches reads: two halves, then as many again for each doubling. */
function moments(doublings: number): number[][] {
  const from = (start: number, size: number) => Array.from({ length: 6 }, (_, i) => start + i * size);
  const doubled = Array.from({ length: doublings }, (_, i) => from(100 * 2 ** i, 20 * 2 ** i));
  return [from(0, 10), from(50, 10), ...doubled];
}

/** The readings of one metric. */
export function segmentsOf(at: At, doublings = 0): Segment[] {
  return moments(doublings).map((iterations) => ({ iterations, values: iterations.map(at) }));
}

/** The census of one class, all of whose new objects stay. */
export function classOf(name: string, at: At, doublings = 0): ClassSeries {
  const counts = snapshotIterations(doublings).map(at);
  return {
    name,
    counts,
    bytes: counts.map((count) => 16 * count),
    survivors: counts.slice(1).map((count, i) => Math.max(0, count - (counts[i] as number))),
    inFlight: counts.map(() => null),
  };
}

/** Iterations done at each snapshot. */
export function snapshotIterations(doublings = 0): number[] {
  return [0, ...moments(doublings).map((each) => each.at(-1) as number)];
}

/** Everything measured in a run that looks like this. */
export function evidenceOf(picture: Picture, doublings = 0): Evidence {
  const segments = moments(doublings).map((each) => each.map((iteration) => readingOf(picture, iteration)));
  const last = segments.at(-1)?.at(-1) as Reading;
  const { drainedTo, inFlight = false, classes = {}, store } = picture;
  return {
    segments,
    resident: residentOf(picture),
    drained:
      drainedTo === undefined
        ? null
        : { from: last, to: { ...last, ...drainedTo }, segments: doublings === 0 ? 2 : 1, inFlight },
    classes: Object.entries(classes).map(([name, at]) => classOf(name, at, doublings)),
    stores: store === undefined ? [] : [{ owner: 1, bytes: snapshotIterations(doublings).map(store) }],
    snapshotIterations: snapshotIterations(doublings),
  };
}

/** Six batches, and twelve more, before the first snapshot; iterations count up to 0. */
function residentOf(picture: Picture): Reading[][] {
  if (picture.rss === undefined) return [];
  const from = (start: number, batches: number) =>
    Array.from({ length: batches + 1 }, (_, i) => readingOf(picture, start + 10 * i));
  return [from(-180, 6), from(-120, 12)];
}

function readingOf(picture: Picture, iteration: number): Reading {
  const read = (at: At | undefined) => at?.(iteration) ?? 0;
  const readAll = (named: Record<string, At> = {}) =>
    Object.fromEntries(Object.entries(named).map(([name, at]) => [name, read(at)]));
  const counted: Counted = {
    processes: read(picture.processes),
    fds: read(picture.fds),
    handles: readAll(picture.handles),
    gauges: readAll(picture.gauges),
  };
  const { heap, external, arrayBuffers, rss, processesRss } = picture;
  return {
    iteration,
    heap: read(heap),
    external: read(external),
    arrayBuffers: read(arrayBuffers),
    rss: read(rss),
    processesRss: read(processesRss),
    ...counted,
  };
}
