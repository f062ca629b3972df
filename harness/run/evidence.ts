import { type Census, type HeapSnapshot, takeCensus } from '../heap/index.ts';
import type { Evidence, Reading } from '../verdict/assess.ts';
import type { ClassSeries } from '../verdict/classes.ts';
import type { TakenSnapshot } from './recorder.ts';
import type { Sample } from './result.ts';

/** The harness's own classes in the subject. */
export const CANARY = 'SteadyheapCanary';
const PERCH = 'SteadyheapPerch';

function reading(sample: Sample): Reading {
  const { heapBytes, externalBytes, arrayBufferBytes, rssBytes, processesRssBytes, phase, ...rest } = sample;
  return { ...rest, heap: heapBytes, external: externalBytes, arrayBuffers: arrayBufferBytes, rss: rssBytes };
}

function classSeries(snapshots: readonly TakenSnapshot[], last: HeapSnapshot): ClassSeries[] {
  const born: Census[] = snapshots
    .slice(1)
    .map((snapshot, i) =>
      takeCensus(last, { bornAfter: (snapshots[i] as TakenSnapshot).highestId, bornUntil: snapshot.highestId }),
    );
  const names = new Set(snapshots.flatMap((snapshot) => [...snapshot.census.keys()]));
  names.delete(CANARY);
  names.delete(PERCH);
  return [...names].map((name) => ({
    name,
    counts: snapshots.map(({ census }) => census.get(name)?.count ?? 0),
    bytes: snapshots.map(({ census }) => census.get(name)?.shallowBytes ?? 0),
    survivors: born.map((census) => census.get(name)?.count ?? 0),
  }));
}

/** What the verdict is reached from: the samples between the snapshots, and the census of each. */
export function gatherEvidence(
  segments: readonly (readonly Sample[])[],
  drained: { sample: Sample; segments: number } | null,
  snapshots: readonly TakenSnapshot[],
  last: HeapSnapshot,
): Evidence {
  return {
    segments: segments.map((samples) => samples.map(reading)),
    drained: drained === null ? null : { reading: reading(drained.sample), segments: drained.segments },
    classes: classSeries(snapshots, last),
    snapshotIterations: snapshots.map((snapshot) => snapshot.iteration),
  };
}
