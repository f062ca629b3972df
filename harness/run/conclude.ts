import {
  MEMLAB_MAX_HEAP_BYTES,
  MemlabError,
  type MemlabReport,
  runMemlab,
  skippedReport,
} from '../heap/memlab/index.ts';
import { type Case, judge } from '../verdict/judge.ts';
import type { Growth } from '../verdict/types.ts';
import { afterTeardown, survivorsOfTriple } from './after-teardown.ts';
import { disagreement, nameForMemlab } from './agreement.ts';
import { growingClasses } from './growing-classes.ts';
import { CANARY } from './harness-classes.ts';
import type { Measured } from './measure.ts';
import type { GrowingClass, RunResult } from './result.ts';
import { costs, identity, type RunFacts } from './run-facts.ts';
import type { SnapshotRecord } from './snapshots.ts';
import { speedOf } from './speed.ts';

/** Classes that memlab is asked to look for: those that hold most; the rest hang off them. */
const CLASSES_FOR_MEMLAB = 20;

function rates(growths: Record<string, Growth>): Record<string, number> {
  return Object.fromEntries(Object.entries(growths).map(([name, { perIteration }]) => [name, perIteration]));
}

async function askMemlab(
  { recorder, memlab, signal }: RunFacts,
  classes: readonly GrowingClass[],
): Promise<MemlabReport | string> {
  const records = await recorder.snapshots.records();
  const [baseline, target, final] = [records[0], ...records.slice(-2)] as [
    SnapshotRecord,
    SnapshotRecord,
    SnapshotRecord,
  ];
  const [before, after, last] = [baseline.file, target.file, final.file];
  if (before === null || after === null || last === null) {
    return skippedReport(`The heap is above memlab's limit of ${MEMLAB_MAX_HEAP_BYTES / 1e6} MB.`);
  }
  const wanted = classes.slice(0, CLASSES_FOR_MEMLAB).map(({ name }) => nameForMemlab(name));
  try {
    return await runMemlab(
      { baseline: before, target: after, final: last, classes: wanted, onlyCounted: [CANARY] },
      { ...(signal === undefined ? {} : { signal }), ...(memlab === null ? {} : { process: memlab }) },
    );
  } catch (error) {
    if (error instanceof MemlabError && !signal?.aborted) return error.message;
    throw error;
  }
}

/** Why the numbers cannot be trusted: an instrument does not see the canaries that are there. */
async function blindness(recorder: RunFacts['recorder'], memlab: MemlabReport | string): Promise<string | null> {
  const records = await recorder.snapshots.records();
  const [first, ...later] = records.map(({ sentinelId }) => sentinelId);
  if (first === undefined) return 'the first snapshot does not show the sentinel';
  if (later.some((id) => id !== first)) {
    return 'V8 has begun to number objects anew, as it does when the code under test ends an inspector session';
  }
  const released = recorder.canaries;
  const seen = records.at(-2)?.census.get(CANARY)?.count ?? 0;
  if (seen !== released) return `the census found ${seen} of ${released} canaries`;
  if (typeof memlab === 'string') return `memlab could not be run: ${memlab}`;
  const memlabSaw = memlab.countsByClass[CANARY] ?? 0;
  if (memlab.skipped === null && memlabSaw !== released) return `memlab found ${memlabSaw} of ${released} canaries`;
  return null;
}

function nothingMeasured({ recorder }: RunFacts): string | null {
  const { errors, iterationsRun } = recorder;
  if (errors.count > 0 && errors.count >= iterationsRun - timed(recorder)) {
    return `Every iteration threw: ${errors.first?.split('\n')[0]}.`;
  }
  if (!recorder.allocated) return 'The iterations allocated nothing: is the action really in iterate?';
  return null;
}

function timed({ speed }: RunFacts['recorder']): number {
  return (speed.start?.latenciesMs.length ?? 0) + (speed.end?.latenciesMs.length ?? 0);
}

/** Reaches the verdict of a run whose subject has come to its end. */
export async function conclude(facts: RunFacts, measured: Measured): Promise<RunResult> {
  const { recorder, request } = facts;
  const classes = growingClasses(measured);
  const survivors = await survivorsOfTriple(recorder.snapshots);
  const after = afterTeardown(survivors, measured);
  const startedAt = performance.now();
  const memlab = await askMemlab(facts, classes);
  const memlabMs = performance.now() - startedAt;
  const speed = speedOf(recorder.speed.start, recorder.speed.end);
  const given: Case = {
    version: request.version,
    iterations: measured.iterations,
    allowances: measured.allowances,
    expectations: request.scenario.fields.known ?? [],
    today: new Date().toISOString().slice(0, 10),
    invalid: await blindness(recorder, memlab),
    nothing: nothingMeasured(facts),
    outOfTime: measured.outOfTime,
    assessment: measured.assessment,
    groups: measured.groups,
    owners: measured.owners,
    errors: recorder.errors,
    afterTeardownBytes: after.heapBytes,
    slowdown: speed === null ? null : { ratio: speed.slowdown, atLeast: speed.slowdownAtLeast },
    drainedAfterSeconds: measured.drainSeconds,
  };
  const { assessment } = measured;
  const { heap, external, arrayBuffers, rss, processesRss } = assessment.bytes;
  return {
    ...identity(facts),
    iterations: measured.iterations,
    batches: measured.batches,
    doublings: measured.doublings,
    ...judge(given),
    growth: {
      heapBytes: heap.perIteration,
      heapBytesLow: heap.low,
      heapBytesHigh: heap.high,
      externalBytes: external.perIteration,
      arrayBufferBytes: arrayBuffers.perIteration,
      rssBytes: rss.perIteration,
      processesRssBytes: processesRss.perIteration,
      objects: classes.reduce((sum, { perIteration }) => sum + perIteration, 0),
      handles: rates(assessment.handles),
      processes: assessment.counts.processes.perIteration,
      fds: assessment.counts.fds.perIteration,
      gauges: rates(assessment.gauges),
    },
    afterTeardown: after,
    classes,
    memlab:
      typeof memlab === 'string'
        ? { survivors: 0, clusters: [], note: memlab }
        : {
            survivors: memlab.survivors,
            clusters: memlab.clusters,
            note: memlab.skipped ?? disagreement(memlab, survivors),
          },
    speed: {
      opsPerSecondStart: speed?.opsPerSecondStart ?? 0,
      opsPerSecondEnd: speed?.opsPerSecondEnd ?? 0,
      slowdown: speed?.slowdown ?? 0,
      gcMsPerIteration: speed?.gcMsPerIteration ?? 0,
    },
    drainSeconds: measured.drainSeconds,
    cost: { ...costs(facts), memlabMs },
  };
}
