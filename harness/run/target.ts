import type { HeldObject, SurvivorGroup } from '../heap/index.ts';
import { type Assessment, assess } from '../verdict/assess.ts';
import { growingClasses } from '../verdict/grown.ts';
import { type Expectation, isExplained, type RetainedGroup } from '../verdict/known.ts';
import type { Allowances } from '../verdict/types.ts';
import type { Drain, Drained } from './drain.ts';
import { gatherEvidence } from './evidence.ts';
import type { Recorder } from './recorder.ts';
import type { Sample } from './result.ts';
import type { Segments } from './segments.ts';
import type { Snapshots } from './snapshots.ts';

/** What a run has shown when its target is reached. */
export interface Shown {
  assessment: Assessment;
  allowances: Allowances;
  /** Survivors of the classes that grow, grouped by what keeps them; biggest first. */
  groups: (SurvivorGroup & RetainedGroup)[];
  /** The owners of the stores that grow. */
  owners: HeldObject[];
  /** Seconds until what had risen was gone; null when nothing had. */
  drainSeconds: number | null;
}

interface Run {
  recorder: Recorder;
  drain: Drain;
  segments: Segments;
  resident: Sample[][];
  baseline: Sample;
  doublings: number;
  allowances: Allowances;
  /** The known leaks of this version. */
  expectations: readonly Expectation[];
}

/** The part of the growth that has to go for it to have drained. */
const DRAINED_PART = 0.9;

/** V8's classes of timers; those that do not keep the process alive are in no list of handles. */
const TIMERS = new Set(['Timeout', 'Immediate']);

/**
 * Takes the target snapshot, when what had risen has drained or has been waited for, and assesses what was measured.
 *
 * @param last The last sample.
 */
export async function reachTarget(run: Run, last: Sample): Promise<Shown> {
  const { recorder, drain, segments, baseline, doublings } = run;
  const drained = await drain.until(last, baseline, 'drain');
  await recorder.snapshot('target', last.iteration);
  const shown = await look(run, drained);
  const grown = shown.assessment.classes.some(({ name, state }) => TIMERS.has(name) && state !== 'stopped');
  if (drained !== null || !grown) return shown;
  const gone = await drain.untilHeapFalls(
    last,
    last.heapBytes - DRAINED_PART * growthOf(emptied(segments, doublings)),
    'drain',
  );
  if (gone === null) return shown;
  await recorder.snapshot('target', last.iteration, { replaces: true });
  return look(run, gone);
}

/** The segments that a drain empties: what has filled since the one before. */
function emptied(segments: Segments, doublings: number): Sample[][] {
  return segments.samples.slice(doublings === 0 ? -2 : -1);
}

function growthOf(segments: readonly Sample[][]): number {
  return segments.reduce(
    (sum, samples) => sum + (samples.at(-1) as Sample).heapBytes - (samples[0] as Sample).heapBytes,
    0,
  );
}

async function look(run: Run, drained: Drained | null): Promise<Shown> {
  const { recorder, segments, resident, doublings, allowances, expectations } = run;
  const { snapshots } = recorder;
  const gone = drained === null ? null : { sample: drained.sample, segments: emptied(segments, doublings).length };
  const assessment = assess(await gatherEvidence(segments.samples, resident, gone, snapshots), allowances);
  const growing = growingClasses(assessment).map(({ name }) => name);
  const groups = await markStandAlone(snapshots, await snapshots.groupSurvivors(new Set(growing)), expectations);
  // Where objects grow, the stores that hold them do too.
  const stores = growing.length > 0 ? [] : assessment.stores.filter(({ state }) => state === 'growing');
  const owners = await snapshots.findHeld(new Set(stores.map(({ owner }) => owner)));
  return { assessment, allowances, groups, owners, drainSeconds: drained?.seconds ?? null };
}

/**
 * The shortest path to an object may lead past what is known to leak, although the object hangs off it: of those that no
 * entry explains by their path, tells how many would stay without what is explained.
 */
async function markStandAlone(
  snapshots: Snapshots,
  groups: SurvivorGroup[],
  expectations: readonly Expectation[],
): Promise<(SurvivorGroup & RetainedGroup)[]> {
  const [explained, others] = [true, false].map((wanted) =>
    groups.filter((group) => isExplained(expectations, group) === wanted),
  ) as [SurvivorGroup[], SurvivorGroup[]];
  if (explained.length === 0 || others.length === 0) return groups;
  const counts = await snapshots.countAlone(others, explained);
  const alone = new Map(others.map((group, i) => [group, counts[i] as number]));
  return groups.map((group) => {
    const standAlone = alone.get(group);
    return standAlone === undefined ? group : { ...group, standAlone };
  });
}
