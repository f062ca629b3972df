import type { Sample } from '../../../../run/result.ts';

/** One place along the chart; without a sample where the line is broken. */
export interface Moment {
  x: number;
  sample: Sample | null;
}

/** A stretch of the run. */
export interface Band {
  from: number;
  to: number;
  kind: 'warm-up' | 'measured' | 'teardown';
}

/** A moment at which a snapshot was taken. */
export interface Mark {
  x: number;
  label: string;
}

/** A run along its iterations: below 0 the warm-up, from 0 on what was measured. */
export interface Timeline {
  moments: Moment[];
  bands: Band[];
  marks: Mark[];
}

const isMeasured = (sample: Sample): boolean => sample.phase.startsWith('segment');
const isTornDown = (sample: Sample): boolean => sample.phase.startsWith('teardown');

/**
 * Lays the samples of a run along its iterations. The line is broken wherever a snapshot was taken, which moves the heap.
 * What follows `teardown` has no iterations of its own: it is put a batch further on.
 */
export function timelineOf(samples: readonly Sample[]): Timeline {
  const measured = samples.filter(isMeasured);
  const last = measured.at(-1)?.iteration ?? 0;
  const batch = batchSize(measured);
  const moments: Moment[] = [];
  let torn = 0;
  for (const [i, sample] of samples.entries()) {
    const starts = sample.phase !== samples[i - 1]?.phase;
    const x = isTornDown(sample) ? last + batch * (1 + torn++ / 2) : sample.iteration;
    if (i > 0 && starts && (isMeasured(sample) || sample.phase === 'teardown')) moments.push({ x, sample: null });
    moments.push({ x, sample });
  }
  const bands: Band[] = [];
  const first = samples[0]?.iteration ?? 0;
  if (first < 0) bands.push({ from: first, to: 0, kind: 'warm-up' });
  if (last > 0) bands.push({ from: 0, to: last, kind: 'measured' });
  if (torn > 0) bands.push({ from: last + batch / 2, to: last + batch * (1 + torn / 2), kind: 'teardown' });
  return { moments, bands, marks: marksOf(measured) };
}

/** Iterations between two samples of the measured part. */
function batchSize(measured: readonly Sample[]): number {
  const step = measured.find(({ iteration }, i) => i > 0 && iteration > measured[i - 1].iteration);
  return step === undefined ? 1 : step.iteration - measured[measured.indexOf(step) - 1].iteration;
}

/** The snapshots at baseline, half way and at the end; those between were taken while the run was doubled. */
function marksOf(measured: readonly Sample[]): Mark[] {
  if (measured.length === 0) return [];
  const ends = measured
    .filter((sample, i) => sample.phase !== measured[i + 1]?.phase)
    .map(({ iteration }) => iteration);
  const names = ends.map((_, i) => (i === ends.length - 1 && i > 0 ? 'target' : i === 0 ? 'middle' : 'doubled'));
  return [{ x: 0, label: 'baseline' }, ...ends.map((x, i) => ({ x, label: names[i] }))];
}
