import type { SurvivorGroup } from '../heap/index.ts';
import type { ScenarioFields } from '../scenario/validate.ts';
import { type Assessment, assess } from '../verdict/assess.ts';
import { isExpected } from '../verdict/expected.ts';
import { growingClasses } from '../verdict/grown.ts';
import { nextStep } from '../verdict/next-step.ts';
import type { Allowances } from '../verdict/types.ts';
import { allowancesOf } from './allowances.ts';
import { Drain } from './drain.ts';
import { gatherEvidence } from './evidence.ts';
import type { Mode } from './flags.ts';
import { divide, type Plan } from './plan.ts';
import type { Progress, Recorder } from './recorder.ts';
import type { Sample } from './result.ts';
import { Segments } from './segments.ts';
import type { SubjectProcess } from './subject-process.ts';
import { isWarm } from './warm-up.ts';

/** What the subject's part of a run has shown. */
export interface Measured {
  assessment: Assessment;
  allowances: Allowances;
  /** Survivors of the classes that grow, grouped by what keeps them; biggest first. */
  groups: SurvivorGroup[];
  baseline: Sample;
  final: Sample;
  iterations: number;
  batches: number;
  doublings: number;
  /** Whether the answer needed a doubling that the time-out left no room for. */
  outOfTime: boolean;
  drainSeconds: number | null;
}

interface Tools {
  subject: SubjectProcess;
  recorder: Recorder;
  fields: ScenarioFields;
  /** Of the package under test; null for code of one's own. */
  version: string | null;
  mode: Mode;
  plan: Plan;
  /** Whether the time-out leaves room for another part that takes this many milliseconds. */
  hasTimeFor(ms: number): boolean;
  onProgress(progress: Progress): void;
}

/** Warms up. Returns the samples after the first batch, when what is made once has been made, and after the last. */
async function warmUp({ recorder, plan, onProgress }: Tools): Promise<[Sample, Sample]> {
  const samples: Sample[] = [];
  const heap: number[] = [];
  for (let done = 0; done < plan.warmUp.most && !isWarm(heap); done++) {
    onProgress({ phase: 'warm-up', done, of: plan.warmUp.most });
    await recorder.batch(plan.warmUp.iterations, false);
    const sample = await recorder.sample('warm-up', recorder.iterationsRun);
    samples.push(sample);
    heap.push(sample.heapBytes);
  }
  return [samples[0] as Sample, samples.at(-1) as Sample];
}

/** Runs up to the baseline snapshot. Returns the sample that later ones are compared with. */
async function measureBaseline(tools: Tools, drain: Drain): Promise<Sample> {
  const { subject, recorder, plan, onProgress } = tools;
  onProgress({ phase: 'setup', done: 0, of: 1 });
  await subject.ask<'setup'>({ do: 'setup' });
  await recorder.sample('setup', 0);
  const [first] = await warmUp(tools);
  // As many iterations as a batch has, whatever they take: how often the action has run does not depend on the clock.
  await recorder.measureSpeed('start', plan.warmUp.iterations);
  onProgress({ phase: 'baseline', done: 0, of: 1 });
  const warm = await recorder.sample('baseline', recorder.iterationsRun);
  const baseline = (await drain.until(warm, first, 'baseline drain'))?.sample ?? warm;
  // Measured iterations count from 0; those before lie below it.
  for (const sample of recorder.samples) sample.iteration -= recorder.iterationsRun;
  await recorder.snapshot('baseline', 0);
  return baseline;
}

/**
 * Takes a subject through a whole run: setup, warm-up, baseline, measured batches up to the target (more of them while the
 * answer is not certain), teardown, final. Rejects with a SubjectError when the subject cannot go on; the recorder then
 * holds what was measured.
 */
export async function measure(tools: Tools): Promise<Measured> {
  const { subject, recorder, fields, mode, plan, onProgress } = tools;
  const drain = new Drain(subject, recorder, plan.drainMs);
  const baseline = await measureBaseline(tools, drain);
  const startedAt = performance.now();
  const segments = new Segments(recorder, onProgress);
  const [first, second] = plan.segments;
  await segments.run(first);
  await recorder.snapshot('middle', segments.iterations);
  let next: readonly number[] = second;
  for (let doublings = 0; ; doublings++) {
    const last = await segments.run(next);
    const { iterations } = segments;
    const drained = await drain.until(last, baseline, 'drain');
    await recorder.snapshot(`target-${doublings}`, iterations);
    const allowances = allowancesOf(fields.thresholds ?? {}, mode, iterations, baseline);
    // A drain empties what has filled since the one before: the first two segments, later the last one.
    const emptied = drained === null ? null : { sample: drained.sample, segments: doublings === 0 ? 2 : 1 };
    const assessment = assess(await gatherEvidence(segments.samples, emptied, recorder.snapshots), allowances);
    const growing = growingClasses(assessment).map(({ name }) => name);
    const groups = await recorder.snapshots.groupSurvivors(new Set(growing));
    const step = nextStep({
      assessment,
      allowances,
      segments: segments.samples.length,
      doublings,
      expected: isExpected(assessment, allowances, groups, fields.known ?? [], tools.version),
      hasTime: tools.hasTimeFor(performance.now() - startedAt),
    });
    if (step === 'double') {
      next = divide(iterations, second.length);
      continue;
    }
    await recorder.measureSpeed('end', plan.warmUp.iterations);
    const final = await tearDown(tools, drain, baseline, iterations);
    const { batches } = segments;
    const drainSeconds = drained?.seconds ?? null;
    const outOfTime = step === 'out-of-time';
    return { assessment, allowances, groups, baseline, final, iterations, batches, doublings, outOfTime, drainSeconds };
  }
}

async function tearDown(tools: Tools, drain: Drain, baseline: Sample, iterations: number): Promise<Sample> {
  const { subject, recorder, fields, onProgress } = tools;
  onProgress({ phase: 'teardown', done: 0, of: 1 });
  await subject.ask<'teardown'>({ do: 'teardown' });
  const torn = await recorder.sample('teardown', iterations);
  // Teardown may clear what has never gone by itself. Waiting for it once more pays only where the outcome is judged.
  if (fields.thresholds?.afterTeardown !== undefined) drain.forget();
  const final = (await drain.until(torn, baseline, 'teardown drain'))?.sample ?? torn;
  await recorder.snapshot('final', iterations);
  return final;
}
