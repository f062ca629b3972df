import { goesOn } from './still-growing.ts';
import type { GrowthState } from './types.ts';

/** Live objects of one class at baseline and at each later snapshot, and how many of them each interval has born. */
export interface ClassSeries {
  name: string;
  /** At baseline, middle, target and so on. */
  counts: number[];
  /** Shallow bytes at the same moments. */
  bytes: number[];
  /** Of those alive at the last snapshot, how many were born in each interval between the snapshots. */
  survivors: number[];
  /** How many went by themselves while each snapshot was waited for; null where it was not. */
  inFlight: (number | null)[];
}

/** What a class has done over the run. */
export interface ClassGrowth {
  name: string;
  state: GrowthState;
  /** Objects per iteration, over the last two intervals. */
  perIteration: number;
  /** Objects more than at baseline. */
  count: number;
  /** Shallow bytes more than at baseline. */
  shallowBytes: number;
}

/**
 * Standard deviations by which growth has to exceed turnover. Simulated populations of a steady size, lifetimes of 20 to 200
 * iterations: without this bound up to 12 % were called a leak.
 */
const BEYOND_CHANCE = 3;

/** Objects per iteration from which growth in one interval only is worth a word, or a longer run: less is a late start of something. */
export const WORTH_TELLING = 0.1;

/**
 * Objects per iteration from which an interval has filled something. Below it the same scenario would be called `clean` and
 * `saturating` by turns: ten strings that puppeteer happened to keep in 50 iterations have.
 */
const FILLS = 0.5;

interface Step {
  more: number;
  kept: number;
  iterations: number;
  grew: boolean;
  /** It ends when what is in flight has gone and began when it had not, so that growth may hide behind what has gone. */
  open: boolean;
}

function stepsOf({ counts, survivors, inFlight }: ClassSeries, iterations: readonly number[]): Step[] {
  const span = (i: number) => (iterations[i + 1] as number) - (iterations[i] as number);
  return counts.slice(1).map((count, i) => {
    const more = count - (counts[i] as number);
    const kept = survivors[i] as number;
    const isMixed = inFlight[i] === null && inFlight[i + 1] !== null;
    const gone = inFlight[i + 1] ?? 0;
    // Any number may have been in flight when the step began, and what stays of the one before tells of a leak.
    const staysOfBefore = i > 0 && (survivors[i - 1] as number) >= WORTH_TELLING * span(i - 1);
    const mayHide = (gone > 0 && more + gone > 0) || (staysOfBefore && (gone > 0 || more < 0));
    return {
      more,
      kept,
      iterations: span(i),
      grew: more > 0 && kept > 0,
      open: isMixed && kept > 0 && mayHide,
    };
  });
}

/**
 * An open step, once another has come after it: what it has left is as old as the one after it took, and was not in flight.
 * It stands for the growth that does not show.
 */
function settled(step: Step): Step {
  return step.open ? { ...step, more: step.kept, grew: step.kept > 0 } : step;
}

/**
 * Whether more objects have come than the coming and going of a steady population explains. Of those alive when the steps
 * began, kept - more have died; as many births are due by chance, and both vary by the root of their number. A leak from
 * which nothing dies is never within it.
 */
function exceedsTurnover(steps: readonly Step[]): boolean {
  const more = steps.reduce((sum, step) => sum + step.more, 0);
  const kept = steps.reduce((sum, step) => sum + step.kept, 0);
  const died = Math.max(0, kept - more);
  return more > BEYOND_CHANCE * Math.sqrt(2 * died);
}

/**
 * Judges a class whose objects are all young by what there is of it, as in a queue that lets the oldest go and still gets
 * longer. Counts alone do not tell such a class from one that swings, so it is asked only where the heap grows and no other
 * class explains it.
 */
export function judgeYoungClass(series: ClassSeries, iterations: readonly number[]): ClassGrowth {
  const kept = series.counts.slice(1).map((count, i) => Math.max(0, count - (series.counts[i] as number)));
  return judgeClass({ ...series, survivors: kept }, iterations);
}

/**
 * Judges one class. It leaks when there are more of it after each of the last two intervals, and when some of those born in
 * each are still alive: what is merely in flight is always young.
 *
 * @param iterations Iterations done at each snapshot.
 */
export function judgeClass(series: ClassSeries, iterations: readonly number[]): ClassGrowth {
  const steps = stepsOf(series, iterations);
  const recent = steps.slice(-2);
  const [before, last] = recent.length === 2 ? [settled(recent[0] as Step), recent[1]] : [undefined, recent[0]];
  const span = recent.reduce((sum, step) => sum + step.iterations, 0);
  const growth = {
    name: series.name,
    perIteration: span === 0 ? 0 : recent.map(settled).reduce((sum, step) => sum + step.more, 0) / span,
    count: (series.counts.at(-1) as number) - (series.counts[0] as number),
    shallowBytes: (series.bytes.at(-1) as number) - (series.bytes[0] as number),
  };
  const isMuch = ({ more, iterations: span }: Step) => more >= WORTH_TELLING * span;
  const filled = steps.some((step) => step.grew && Math.min(step.more, step.kept) >= FILLS * step.iterations);
  const asFilled = filled ? 'stopped' : 'flat';
  if (!last?.grew) return { ...growth, state: last?.open ? 'unsure' : asFilled };
  if (!before?.grew) return { ...growth, state: isMuch(last) ? 'unsure' : 'flat' };
  const isOpen = before.open || last.open;
  if (!exceedsTurnover([before, last])) return { ...growth, state: isOpen ? 'unsure' : asFilled };
  if (goesOn(before.more / before.iterations, last.more / last.iterations)) return { ...growth, state: 'growing' };
  return { ...growth, state: isOpen ? 'unsure' : 'slowing' };
}
