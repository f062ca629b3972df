import type { HeldObject, SurvivorGroup } from '../heap/index.ts';
import { type Assessment, assess } from '../verdict/assess.ts';
import type { Drained, Evidence } from '../verdict/evidence.ts';
import { growingClasses } from '../verdict/grown.ts';
import { flightTime } from '../verdict/in-flight.ts';
import { type Expectation, isExplained, type RetainedGroup } from '../verdict/known.ts';
import { MOST_DOUBLINGS, nextStep } from '../verdict/next-step.ts';
import type { Allowances } from '../verdict/types.ts';
import type { Drain, Waited } from './drain.ts';
import { gatherEvidence, readingOf } from './evidence.ts';
import type { Recorder } from './recorder.ts';
import type { Sample } from './result.ts';
import type { Segments } from './segments.ts';
import type { SnapshotRecord, Snapshots } from './snapshots.ts';

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

/** V8's class of timers; those that do not keep the process alive are in no list of handles. */
const TIMER = 'Timeout';
const TIMERS = new Set([TIMER, 'Immediate']);

/**
 * Takes the target snapshot, when what had risen has drained or has been waited for, and assesses what was measured.
 *
 * @param last The last sample.
 */
export async function reachTarget(run: Run, last: Sample): Promise<Shown> {
  const { recorder, drain, segments, baseline, doublings } = run;
  const drained = await drain.until(last, baseline, 'drain');
  await recorder.snapshot('target', last.iteration);
  const takenAt = performance.now();
  const seen = await look(run, drained === null ? null : { ...drained, inFlight: false });
  if (drained !== null) return seen.shown;
  const { assessment, allowances } = seen.shown;
  if (assessment.classes.some(({ name, state }) => TIMERS.has(name) && state !== 'stopped')) {
    const bytes = DRAINED_PART * growthOf(emptied(segments, doublings));
    const gone = await drain.untilHeapFalls(last.iteration, bytes);
    if (gone !== null) return (await lookAgain(run, { ...gone, inFlight: false })).shown;
  }
  const standing = {
    assessment,
    allowances,
    segments: segments.samples.length,
    doublings,
    expected: false,
    hasTime: true,
  };
  const flightMs = flightTime({
    assessment,
    allowances,
    evidence: seen.evidence,
    lastIntervalMs: takenAt - segments.lastBeganAt,
    // One doubling is left then, which compares with what is seen now.
    isLast: doublings >= MOST_DOUBLINGS.worthwhile || nextStep(standing) === 'judge',
  });
  if (flightMs === 0 || !(await mayChangeByItself(recorder.snapshots, last))) return seen.shown;
  const landed = await drain.untilLanded(last.iteration, takenAt + flightMs);
  return (await lookAgain(run, { ...landed, inFlight: true })).shown;
}

/** Whether anything can happen in the subject while it is left alone. */
async function mayChangeByItself(snapshots: Snapshots, { handles, processes }: Sample): Promise<boolean> {
  const timers = (await snapshots.records()).at(-1)?.census.get(TIMER)?.count ?? 0;
  return timers + processes + Object.keys(handles).length > 0;
}

/** A wait, and whether it was so short that what went was merely in flight. */
type Wait = Waited & { inFlight: boolean };

/** What a look at a target has shown, and what it was concluded from. */
interface Seen {
  shown: Shown;
  evidence: Evidence;
}

/** Takes the target snapshot once more, after a wait. */
async function lookAgain(run: Run, wait: Wait): Promise<Seen> {
  await run.recorder.snapshot('target', wait.sample.iteration, { replaces: true });
  return look(run, wait);
}

/** Bytes that have gone between the last snapshot and the one it stands for. */
async function goneBytes(snapshots: Snapshots): Promise<number> {
  const { bytes, before } = (await snapshots.records()).at(-1) as SnapshotRecord;
  return before === null ? 0 : before.bytes - bytes;
}

async function drainedBy(run: Run, { from, sample, inFlight }: Wait): Promise<Drained> {
  const [before, to] = [readingOf(from), readingOf(sample)];
  // Writing a snapshot takes so long that what is due goes before the next sample: the snapshots have seen it.
  const heap = Math.max(before.heap, to.heap + (await goneBytes(run.recorder.snapshots)));
  return { from: { ...before, heap }, to, segments: emptied(run.segments, run.doublings).length, inFlight };
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

async function look(run: Run, wait: Wait | null): Promise<Seen> {
  const { recorder, segments, resident, allowances, expectations } = run;
  const { snapshots } = recorder;
  const drained = wait === null ? null : await drainedBy(run, wait);
  const evidence = await gatherEvidence(segments.samples, resident, drained, snapshots);
  const assessment = assess(evidence, allowances);
  const growing = growingClasses(assessment).map(({ name }) => name);
  const groups = await markStandAlone(snapshots, await snapshots.groupSurvivors(new Set(growing)), expectations);
  // Where objects grow, the stores that hold them do too.
  const stores = growing.length > 0 ? [] : assessment.stores.filter(({ state }) => state === 'growing');
  const owners = await snapshots.findHeld(new Set(stores.map(({ owner }) => owner)));
  const drainSeconds = wait === null || wait.inFlight ? null : wait.seconds;
  return { shown: { assessment, allowances, groups, owners, drainSeconds }, evidence };
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
