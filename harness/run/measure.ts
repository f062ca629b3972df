import type { ScenarioFields } from '../scenario/validate.ts';
import { isExpected } from '../verdict/expected.ts';
import { concerns } from '../verdict/known.ts';
import { nextIterations, nextStep } from '../verdict/next-step.ts';
import { allowancesOf } from './allowances.ts';
import { Drain } from './drain.ts';
import type { Mode } from './flags.ts';
import { divide, iterationsOf, type Plan } from './plan.ts';
import type { Progress, Recorder } from './recorder.ts';
import type { Sample } from './result.ts';
import { Segments } from './segments.ts';
import type { SubjectProcess } from './subject-process.ts';
import { reachTarget, type Shown } from './target.ts';
import { isWarm } from './warm-up.ts';
import { watchResident } from './watch-resident.ts';

/** What the subject's part of a run has shown. */
export interface Measured extends Shown {
  baseline: Sample;
  final: Sample;
  iterations: number;
  batches: number;
  doublings: number;
  /** Whether the answer needed a doubling that the time-out left no room for. */
  outOfTime: boolean;
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
  /** Told half way, when time is no longer measured for a while: what analyses the run may be started now. */
  onMiddle(): void;
  onProgress(progress: Progress): void;
}

/** Warms up. Returns the sample after each batch. */
async function warmUp({ recorder, plan, onProgress }: Tools): Promise<Sample[]> {
  const samples: Sample[] = [];
  const heap: number[] = [];
  for (let done = 0; done < plan.warmUp.most && !isWarm(heap); done++) {
    onProgress({ phase: 'warm-up', done, of: plan.warmUp.most });
    await recorder.batch(plan.warmUp.iterations, false);
    const sample = await recorder.sample('warm-up', recorder.iterationsRun);
    samples.push(sample);
    heap.push(sample.heapBytes);
  }
  return samples;
}

/** Where measuring starts. */
interface Start {
  /** The sample that later ones are compared with. */
  baseline: Sample;
  /** Samples in which native memory was watched. */
  resident: Sample[][];
}

/** Runs up to the baseline snapshot. */
async function measureBaseline(tools: Tools, drain: Drain): Promise<Start> {
  const { subject, recorder, plan, onProgress } = tools;
  onProgress({ phase: 'setup', done: 0, of: 1 });
  await subject.ask<'setup'>({ do: 'setup' });
  await recorder.sample('setup', 0);
  const warmedUp = await warmUp(tools);
  // When what is made once has been made.
  const first = warmedUp[0] as Sample;
  const { thresholds = {} } = tools.fields;
  const { rss } = allowancesOf(thresholds, tools.mode, iterationsOf(plan), first);
  const watch = { batch: plan.warmUp.iterations, allowed: rss?.perIteration ?? 0, hasTimeFor: tools.hasTimeFor };
  const resident = await watchResident(recorder, warmedUp, watch, onProgress);
  // As many iterations as a batch has, whatever they take: how often the action has run does not depend on the clock.
  await recorder.measureSpeed('start', plan.warmUp.iterations);
  onProgress({ phase: 'baseline', done: 0, of: 1 });
  const warm = await recorder.sample('baseline', recorder.iterationsRun);
  const baseline = (await drain.until(warm, first, 'baseline drain'))?.sample ?? warm;
  // Measured iterations count from 0; those before lie below it.
  for (const sample of recorder.samples) sample.iteration -= recorder.iterationsRun;
  await recorder.snapshot('baseline', 0);
  return { baseline, resident };
}

/**
 * Takes a subject through a whole run: setup, warm-up, baseline, measured batches up to the target (more of them while the
 * answer is not certain), teardown, final. Rejects with a SubjectError when the subject cannot go on; the recorder then
 * holds what was measured.
 */
export async function measure(tools: Tools): Promise<Measured> {
  const { subject, recorder, fields, mode, plan, onProgress } = tools;
  const drain = new Drain(subject, recorder, plan.drainMs);
  const { baseline, resident } = await measureBaseline(tools, drain);
  const expectations = (fields.known ?? []).filter((each) => concerns(each, tools.version));
  const startedAt = performance.now();
  const segments = new Segments(recorder, onProgress);
  const [first, second] = plan.segments;
  await segments.run(first);
  await recorder.snapshot('middle', segments.iterations);
  tools.onMiddle();
  let next: readonly number[] = second;
  for (let doublings = 0; ; doublings++) {
    const last = await segments.run(next);
    const { iterations } = segments;
    const allowances = allowancesOf(fields.thresholds ?? {}, mode, iterations, baseline);
    const run = { recorder, drain, segments, resident, baseline, doublings, allowances, expectations };
    const shown = await reachTarget(run, last);
    const { assessment, groups } = shown;
    const step = nextStep({
      assessment,
      allowances,
      segments: segments.samples.length,
      doublings,
      expected: isExpected(assessment, allowances, groups, expectations),
      hasTime: tools.hasTimeFor(performance.now() - startedAt),
    });
    if (step === 'double') {
      next = divide(nextIterations(assessment, iterations, recorder.iterationsRun), second.length);
      continue;
    }
    await recorder.measureSpeed('end', plan.warmUp.iterations);
    const final = await tearDown(tools, drain, baseline, iterations);
    const { batches } = segments;
    const outOfTime = step === 'out-of-time';
    return { ...shown, baseline, final, iterations, batches, doublings, outOfTime };
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
