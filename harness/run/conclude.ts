import type { Census } from '../heap/index.ts';
import { MemlabError, type MemlabReport, runMemlab } from '../heap/memlab/index.ts';
import { type Case, judge } from '../verdict/judge.ts';
import type { Growth } from '../verdict/types.ts';
import { disagreement, nameForMemlab } from './agreement.ts';
import { CANARY } from './evidence.ts';
import type { Measured } from './measure.ts';
import type { AfterTeardown, GrowingClass, RunResult, Sample } from './result.ts';
import type { RunFacts } from './run.ts';
import type { SnapshotRecord } from './snapshots.ts';
import { speedOf } from './speed.ts';
import type { SubjectError } from './subject-process.ts';

/** Classes that memlab is asked to look for: those that hold most; the rest hang off them. */
const CLASSES_FOR_MEMLAB = 20;

function rates(growths: Record<string, Growth>): Record<string, number> {
  return Object.fromEntries(Object.entries(growths).map(([name, { perIteration }]) => [name, perIteration]));
}

function growingClasses(measured: Measured): GrowingClass[] {
  const growing = measured.assessment.classes.filter(({ state }) => state === 'growing');
  return growing
    .map((growth): GrowingClass => {
      const groups = measured.groups.filter(({ className }) => className === growth.name);
      return {
        name: growth.name,
        perIteration: growth.perIteration,
        count: growth.count,
        shallowBytes: growth.shallowBytes,
        retainedBytes: groups.reduce((sum, group) => sum + group.retainedBytes, 0),
        retainerPath: groups[0]?.retainerPath ?? [],
        definedAt: groups[0]?.definedAt ?? null,
        allocatedAt: [],
        package: null,
      };
    })
    .sort((a, b) => b.retainedBytes - a.retainedBytes);
}

function beyond(final: Record<string, number>, baseline: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(final)
      .map(([type, count]) => [type, count - (baseline[type] ?? 0)] as const)
      .filter(([, more]) => more > 0),
  );
}

/** What was born between baseline and target and is alive in the final snapshot. */
async function survivorsOfTriple({ recorder }: RunFacts): Promise<Census> {
  const records = await recorder.snapshots.records();
  const [first, target] = [records[0] as SnapshotRecord, records.at(-2) as SnapshotRecord];
  return recorder.snapshots.born({ bornAfter: first.highestId, bornUntil: target.highestId });
}

function afterTeardown(census: Census, { baseline, final }: Measured): AfterTeardown {
  let heapBytes = 0;
  let objects = 0;
  for (const [name, { count, shallowBytes }] of census) {
    if (name === CANARY) continue;
    heapBytes += shallowBytes;
    objects += count;
  }
  return {
    heapBytes,
    objects,
    handles: beyond(final.handles, baseline.handles),
    processes: final.processes - baseline.processes,
    fds: final.fds - baseline.fds,
  };
}

async function askMemlab(
  { recorder, signal }: RunFacts,
  classes: readonly GrowingClass[],
): Promise<MemlabReport | string> {
  const records = await recorder.snapshots.records();
  const [baseline, target, final] = [records[0], ...records.slice(-2)] as [
    SnapshotRecord,
    SnapshotRecord,
    SnapshotRecord,
  ];
  const wanted = classes.slice(0, CLASSES_FOR_MEMLAB).map(({ name }) => nameForMemlab(name));
  try {
    return await runMemlab(
      { baseline: baseline.path, target: target.path, final: final.path, classes: [CANARY, ...wanted] },
      signal === undefined ? {} : { signal },
    );
  } catch (error) {
    if (error instanceof MemlabError && !signal?.aborted) return error.message;
    throw error;
  }
}

/** Why the numbers cannot be trusted: an instrument does not see the canaries that are there. */
async function blindness(recorder: RunFacts['recorder'], memlab: MemlabReport | string): Promise<string | null> {
  const released = recorder.canaries;
  const seen = (await recorder.snapshots.records()).at(-2)?.census.get(CANARY)?.count ?? 0;
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
  const survivors = await survivorsOfTriple(facts);
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
    errors: recorder.errors,
    afterTeardownBytes: after.heapBytes,
    slowdown: speed === null ? null : { ratio: speed.slowdown, atLeast: speed.slowdownAtLeast },
    drainedAfterSeconds: measured.drainSeconds,
  };
  const { assessment } = measured;
  const { heap, external, arrayBuffers, rss } = assessment.bytes;
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

function identity({ request, flags, versions, recorder, log }: RunFacts) {
  const { scenario, version, mode } = request;
  const name = scenario.fields.package;
  return {
    scenario: scenario.name,
    file: scenario.file,
    package: name === undefined || version === null ? null : { name, version },
    node: versions.node,
    v8: versions.v8,
    mode,
    flags,
    samples: recorder.samples,
    errors: recorder.errors,
    log,
  };
}

function costs({ recorder, wallMs, peakRssBytes }: RunFacts) {
  return { wallMs, ...recorder.cost, analysisMs: recorder.snapshots.analysisMs, memlabMs: 0, peakRssBytes };
}

/** What the subject was asked to do, for people; iterations are named by their number. */
const ACTIVITIES: Record<string, string> = {
  open: 'the import of the scenario',
  batch: 'a batch of iterations',
  sample: 'sampling',
  snapshot: 'a heap snapshot',
  speed: 'the timing of single iterations',
  wait: 'the drain',
};

/** Sentence for a subject that did not come to its end. */
function crashReason(
  { failure }: SubjectError,
  timedOutAfterMs: number | null,
  during: string,
  printed: string,
): string {
  if (timedOutAfterMs !== null) return `Timed out after ${timedOutAfterMs / 1000} s, during ${during}.`;
  if (printed.includes('JavaScript heap out of memory')) return `Ran out of memory during ${during}.`;
  if (failure.kind === 'exit' && failure.message.startsWith('the process')) {
    const lastLine = printed.trim().split('\n').at(-1);
    return `Failed during ${during}: ${failure.message}${lastLine ? ` (its last words: ${lastLine})` : ''}.`;
  }
  const what = failure.kind === 'uncaught' ? 'Nothing handled an error' : 'Failed';
  return `${what} during ${during}: ${failure.message.replace(/\.+$/, '')}.`;
}

/** The result of a run whose subject died, hung or failed, with all that was measured before. */
export function concludeCrash(
  facts: RunFacts,
  error: SubjectError,
  timedOutAfterMs: number | null,
  printed: string,
): RunResult {
  const { samples } = facts.recorder;
  const during = ACTIVITIES[error.failure.during] ?? error.failure.during;
  const measured = samples.filter(({ phase }) => phase.startsWith('segment'));
  const first: Sample | undefined = measured[0];
  const last = measured.at(-1);
  const iterations = last?.iteration ?? 0;
  const perIteration = (read: (sample: Sample) => number) =>
    first === undefined || last === undefined || iterations === 0 ? 0 : (read(last) - read(first)) / iterations;
  const heapBytes = perIteration((sample) => sample.heapBytes);
  return {
    ...identity(facts),
    iterations,
    batches: Math.max(0, measured.length - 1),
    doublings: 0,
    verdict: 'crashed',
    passed: false,
    known: false,
    reason: crashReason(error, timedOutAfterMs, during, printed),
    growth: {
      heapBytes,
      heapBytesLow: heapBytes,
      heapBytesHigh: heapBytes,
      externalBytes: perIteration((sample) => sample.externalBytes),
      arrayBufferBytes: perIteration((sample) => sample.arrayBufferBytes),
      rssBytes: perIteration((sample) => sample.rssBytes),
      objects: 0,
      handles: {},
      processes: perIteration((sample) => sample.processes),
      fds: perIteration((sample) => sample.fds),
      gauges: {},
    },
    afterTeardown: { heapBytes: 0, objects: 0, handles: {}, processes: 0, fds: 0 },
    classes: [],
    memlab: { survivors: 0, clusters: [], note: 'the subject did not come to its end' },
    speed: { opsPerSecondStart: 0, opsPerSecondEnd: 0, slowdown: 0, gcMsPerIteration: 0 },
    failures: [],
    drainSeconds: null,
    cost: costs(facts),
  };
}
