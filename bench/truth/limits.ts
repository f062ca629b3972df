import { DEFAULTS } from '../../harness/scenario/defaults.ts';
import { NOISE_BYTES_PER_BATCH } from '../../harness/verdict/bytes.ts';
import { leaks, type TruthCase } from './cases.ts';
import { compare } from './compare.ts';
import type { Line, RunRecord } from './lines.ts';

/** What runs that leak nothing read all the same. */
export interface Residue {
  runs: number;
  /** Runs whose heap grew by exactly nothing. */
  zero: number;
  /** The largest growth or shrinking, bytes per iteration. */
  most: number;
  /** The run it was read in. */
  id: string;
}

/** The smallest leak that was found in one way. */
export interface SmallestLeak {
  id: string;
  bytesPerIteration: number;
}

/** Bytes per iteration below which growth of the heap is not judged, by default and after the last doubling. */
export const NOISE_FLOOR = {
  bytesPerBatch: NOISE_BYTES_PER_BATCH,
  perIteration: (NOISE_BYTES_PER_BATCH * DEFAULTS.batches) / DEFAULTS.iterations,
};

interface Measured {
  truth: TruthCase;
  run: RunRecord;
}

function measured(lines: readonly Line[], cases: readonly TruthCase[]): Measured[] {
  const byId = new Map(cases.map((each) => [each.id, each]));
  return lines.flatMap((line) => {
    const truth = byId.get(line.id);
    return truth === undefined || !('run' in line) ? [] : [{ truth, run: line.run }];
  });
}

/** What the heap of runs that ended clean, and should, grew by. */
export function residue(lines: readonly Line[], cases: readonly TruthCase[]): Residue {
  const clean = measured(lines, cases).filter(({ truth, run }) => !leaks(truth) && run.verdict === 'clean');
  const largest = clean.toSorted((a, b) => Math.abs(b.run.growth.heapBytes) - Math.abs(a.run.growth.heapBytes))[0];
  return {
    runs: clean.length,
    zero: clean.filter(({ run }) => run.growth.heapBytes === 0).length,
    most: largest?.run.growth.heapBytes ?? 0,
    id: largest?.truth.id ?? '',
  };
}

/** Bytes per iteration of a leak that shows in the heap's bytes alone; null when it shows otherwise. */
function bytesAlone({ classes, failures }: RunRecord): number | null {
  return classes.length === 0 ? (failures.find(({ threshold }) => threshold === 'heap')?.actual ?? null) : null;
}

/** Bytes per iteration of a leak that shows as objects: those of all classes that grow, themselves. */
function bytesOfObjects({ classes, iterations }: RunRecord): number | null {
  return classes.length === 0 ? null : classes.reduce((sum, { shallowBytes }) => sum + shallowBytes, 0) / iterations;
}

function smallest(
  lines: readonly Line[],
  cases: readonly TruthCase[],
  read: (run: RunRecord) => number | null,
): SmallestLeak | null {
  const found = measured(lines, cases)
    .filter(({ truth, run }) => leaks(truth) && run.verdict === 'leak' && compare(truth, run).right)
    .flatMap(({ truth, run }) => {
      const bytesPerIteration = read(run);
      return bytesPerIteration === null ? [] : [{ id: truth.id, bytesPerIteration }];
    });
  return found.toSorted((a, b) => a.bytesPerIteration - b.bytesPerIteration)[0] ?? null;
}

/** The smallest leaks found, by the bytes of the heap alone and by the objects counted. */
export function smallestLeaks(lines: readonly Line[], cases: readonly TruthCase[]) {
  return { byBytes: smallest(lines, cases, bytesAlone), byObjects: smallest(lines, cases, bytesOfObjects) };
}
