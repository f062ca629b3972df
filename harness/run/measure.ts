import type { SurvivorGroup } from '../heap/index.ts';
import type { ScenarioFields } from '../scenario/validate.ts';
import { type Assessment, assess, wantsMore } from '../verdict/assess.ts';
import type { Allowances } from '../verdict/types.ts';
import { allowancesOf } from './allowances.ts';
import { Drain } from './drain.ts';
import { gatherEvidence } from './evidence.ts';
import { isExpected, isGrowing } from './expected.ts';
import type { Mode } from './flags.ts';
import { divide, type Plan } from './plan.ts';
import type { Progress, Recorder } from './recorder.ts';
import type { Sample } from './result.ts';
import type { SubjectProcess } from './subject-process.ts';
import { isWarm } from './warm-up.ts';

/** Doublings at the most: eight times the iterations asked for settle what can be settled. */
const MOST_DOUBLINGS = 3;
/** Milliseconds of single iterations that tinybench times at each end, and how many of them. */
const SPEED = { forMs: 40, fewest: 4, most: 100 };

/** What the subject's part of a run has shown. */
export interface Measured {
  assessment: Assessment;
  allowances: Allowances;
  segments: Sample[][];
  baseline: Sample;
  final: Sample;
  iterations: number;
  batches: number;
  doublings: number;
  drainSeconds: number | null;
  /** Survivors of the classes that grow, grouped by what keeps them; biggest first. */
  groups: SurvivorGroup[];
}

export interface Tools {
  subject: SubjectProcess;
  recorder: Recorder;
  fields: ScenarioFields;
  /** Of the package under test; null for code of one's own. */
  version: string | null;
  mode: Mode;
  plan: Plan;
  /** Whether the time-out leaves room for another run of this many milliseconds. */
  hasTimeFor(ms: number): boolean;
  onProgress(progress: Progress): void;
}

/** Warms up. Returns the samples after the first batch, when what is made once has been made, and after the last. */
async function warmUp({ recorder, plan, onProgress }: Tools): Promise<[Sample, Sample]> {
  const heap: number[] = [];
  const samples: Sample[] = [];
  for (let done = 0; done < plan.warmUp.most && !isWarm(heap); done++) {
    onProgress({ phase: 'warm-up', done, of: plan.warmUp.most });
    const ms = await recorder.batch(plan.warmUp.iterations, false);
    if (done === 0) await measureSpeedAtStart(recorder, plan.warmUp.iterations, ms);
    const sample = await recorder.sample('warm-up', recorder.iterationsRun);
    samples.push(sample);
    heap.push(sample.heapBytes);
  }
  // Measured iterations count from 0; those of the warm-up lie before.
  for (const sample of samples) sample.iteration -= recorder.iterationsRun;
  return [samples[0] as Sample, samples.at(-1) as Sample];
}

function timedIterations(batchIterations: number, batchMs: number): number {
  const wanted = Math.ceil(SPEED.forMs / Math.max(batchMs / batchIterations, 0.001));
  return Math.min(SPEED.most, Math.max(SPEED.fewest, wanted));
}

async function measureSpeedAtStart(recorder: Recorder, iterations: number, ms: number): Promise<void> {
  await recorder.measureSpeed('start', timedIterations(iterations, ms));
}

/**
 * Takes a subject through a whole run: setup, warm-up, baseline, measured batches up to the target (more of them while the
 * answer is not certain), teardown, final. Rejects with a SubjectError when the subject cannot go on; the recorder then
 * holds what was measured.
 */
export async function measure(tools: Tools): Promise<Measured> {
  const { subject, recorder, fields, mode, plan, onProgress } = tools;
  const drain = new Drain(subject, recorder, plan.drainMs);
  onProgress({ phase: 'setup', done: 0, of: 1 });
  await subject.ask<'setup'>({ do: 'setup' });
  await recorder.sample('setup', 0);
  const [firstWarm, warm] = await warmUp(tools);
  onProgress({ phase: 'baseline', done: 0, of: 1 });
  const drainedWarmUp = await drain.until(warm, firstWarm, 'warm-up drain');
  const baseline = drainedWarmUp?.sample ?? warm;
  await recorder.snapshot('baseline', 0);

  const measuringSince = performance.now();
  const segments: Sample[][] = [];
  let iterations = 0;
  let batches = 0;
  let lastBatch = { iterations: 1, ms: 0 };
  const runSegment = async (sizes: readonly number[]): Promise<Sample> => {
    const phase = `segment ${segments.length + 1}`;
    let sample = await recorder.sample(phase, iterations);
    const samples = [sample];
    segments.push(samples);
    for (const [i, size] of sizes.entries()) {
      onProgress({ phase, done: i, of: sizes.length });
      lastBatch = { iterations: size, ms: await recorder.batch(size, true) };
      iterations += size;
      batches++;
      sample = await recorder.sample(phase, iterations);
      samples.push(sample);
    }
    return sample;
  };

  const [first = [], second = []] = plan.segments;
  await runSegment(first);
  await recorder.snapshot('middle', iterations);
  let next = second;
  for (let doublings = 0; ; doublings++) {
    const last = await runSegment(next);
    const drained = await drain.until(last, baseline, 'drain');
    await recorder.snapshot(`target-${doublings}`, iterations);
    const allowances = allowancesOf(fields.thresholds ?? {}, mode, iterations, baseline);
    const evidence = await gatherEvidence(
      segments,
      drained === null ? null : { sample: drained.sample, segments: doublings === 0 ? 2 : 1 },
      recorder.snapshots,
    );
    const assessment = assess(evidence, allowances);
    const growing = assessment.classes.filter(isGrowing).map(({ name }) => name);
    const groups = await recorder.snapshots.groupSurvivors(new Set(growing));
    const more =
      doublings < MOST_DOUBLINGS &&
      wantsMore(assessment, allowances, segments.length) &&
      !isExpected(assessment, groups, fields.known ?? [], tools.version) &&
      tools.hasTimeFor(performance.now() - measuringSince);
    if (!more) {
      await recorder.measureSpeed('end', timedIterations(lastBatch.iterations, lastBatch.ms));
      const final = await finish(tools, drain, baseline, iterations);
      const drainSeconds = drained?.seconds ?? null;
      return {
        assessment,
        allowances,
        groups,
        segments,
        baseline,
        final,
        iterations,
        batches,
        doublings,
        drainSeconds,
      };
    }
    next = divide(iterations, second.length);
  }
}

async function finish({ subject, recorder, onProgress }: Tools, drain: Drain, baseline: Sample, iterations: number) {
  onProgress({ phase: 'teardown', done: 0, of: 1 });
  await subject.ask<'teardown'>({ do: 'teardown' });
  const torn = await recorder.sample('teardown', iterations);
  const final = (await drain.until(torn, baseline, 'teardown drain'))?.sample ?? torn;
  await recorder.snapshot('final', iterations);
  return final;
}
