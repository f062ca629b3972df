import type { Census } from '../heap/index.ts';
import type { ClassSeries } from '../verdict/classes.ts';
import type { Drained, Evidence, Reading } from '../verdict/evidence.ts';
import type { StoreSeries } from '../verdict/stores.ts';
import { CANARY, PERCH, SENTINEL } from './harness-classes.ts';
import type { Sample } from './result.ts';
import type { SnapshotRecord, Snapshots } from './snapshots.ts';

/** A sample in the words of the verdict. */
export function readingOf(sample: Sample): Reading {
  const { heapBytes, externalBytes, arrayBufferBytes, rssBytes, processesRssBytes, phase, ...rest } = sample;
  return {
    ...rest,
    heap: heapBytes,
    external: externalBytes,
    arrayBuffers: arrayBufferBytes,
    rss: rssBytes,
    processesRss: processesRssBytes,
  };
}

async function classSeries(snapshots: Snapshots): Promise<ClassSeries[]> {
  const records = await snapshots.records();
  const survivors = await snapshots.survivors();
  const none = records.slice(1).map(() => 0);
  const names = new Set(records.flatMap((record) => [...record.census.keys()]));
  names.delete(CANARY);
  names.delete(PERCH);
  names.delete(SENTINEL);
  return [...names].map((name) => ({
    name,
    counts: records.map(({ census }) => census.get(name)?.count ?? 0),
    bytes: records.map(({ census }) => census.get(name)?.shallowBytes ?? 0),
    survivors: survivors.get(name)?.perInterval ?? none,
    inFlight: records.map(({ census, before }) => {
      const countIn = (each: Census) => each.get(name)?.count ?? 0;
      return before === null ? null : Math.max(0, countIn(before.census) - countIn(census));
    }),
  }));
}

function storeSeries(records: readonly SnapshotRecord[]): StoreSeries[] {
  const owners = [...(records.at(-1)?.stores.keys() ?? [])];
  return owners
    .map((owner) => ({ owner, bytes: records.map(({ stores }) => stores.get(owner) ?? 0) }))
    .filter(({ bytes }) => (bytes.at(-1) as number) > (bytes[0] as number));
}

/**
 * What the verdict is reached from: the samples between the snapshots, and the census of each.
 *
 * @param resident Samples before the first snapshot in which native memory was watched.
 */
export async function gatherEvidence(
  segments: readonly (readonly Sample[])[],
  resident: readonly (readonly Sample[])[],
  drained: Drained | null,
  snapshots: Snapshots,
): Promise<Evidence> {
  return {
    segments: segments.map((samples) => samples.map(readingOf)),
    resident: resident.map((samples) => samples.map(readingOf)),
    drained,
    classes: await classSeries(snapshots),
    stores: storeSeries(await snapshots.records()),
    snapshotIterations: (await snapshots.records()).map((record) => record.iteration),
  };
}
