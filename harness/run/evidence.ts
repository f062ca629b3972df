import type { Census } from '../heap/index.ts';
import type { Evidence, Reading } from '../verdict/assess.ts';
import type { ClassSeries } from '../verdict/classes.ts';
import type { Sample } from './result.ts';
import type { SnapshotRecord, Snapshots } from './snapshots.ts';

/** The harness's own classes in the subject. */
export const CANARY = 'SteadyheapCanary';
const PERCH = 'SteadyheapPerch';

function reading(sample: Sample): Reading {
  const { heapBytes, externalBytes, arrayBufferBytes, rssBytes, processesRssBytes, phase, ...rest } = sample;
  return { ...rest, heap: heapBytes, external: externalBytes, arrayBuffers: arrayBufferBytes, rss: rssBytes };
}

async function classSeries(snapshots: Snapshots): Promise<ClassSeries[]> {
  const records = await snapshots.records();
  const born: Census[] = [];
  for (const [i, { highestId }] of records.slice(1).entries()) {
    born.push(await snapshots.born({ bornAfter: (records[i] as SnapshotRecord).highestId, bornUntil: highestId }));
  }
  const names = new Set(records.flatMap((record) => [...record.census.keys()]));
  names.delete(CANARY);
  names.delete(PERCH);
  return [...names].map((name) => ({
    name,
    counts: records.map(({ census }) => census.get(name)?.count ?? 0),
    bytes: records.map(({ census }) => census.get(name)?.shallowBytes ?? 0),
    survivors: born.map((census) => census.get(name)?.count ?? 0),
  }));
}

/** What the verdict is reached from: the samples between the snapshots, and the census of each. */
export async function gatherEvidence(
  segments: readonly (readonly Sample[])[],
  drained: { sample: Sample; segments: number } | null,
  snapshots: Snapshots,
): Promise<Evidence> {
  return {
    segments: segments.map((samples) => samples.map(reading)),
    drained: drained === null ? null : { reading: reading(drained.sample), segments: drained.segments },
    classes: await classSeries(snapshots),
    snapshotIterations: (await snapshots.records()).map((record) => record.iteration),
  };
}
