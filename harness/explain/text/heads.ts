/** What heads a part of an explanation, in a terminal and in a report. */
import { formatBytes, formatCount } from '../../verdict/format.ts';
import type { AllocationStack, Leak, OpenHandles } from '../explanation.ts';
import { handleWord } from './handle-words.ts';

/** `Listener: 100 in 100 iterations, retaining 134 kB`. */
export function leakHead({ className, count, perIteration, retainedBytes }: Leak, iterations: number): string {
  const among = perIteration === 0 ? '' : ` in ${formatCount(iterations)} iterations`;
  return `${className}: ${formatCount(count)}${among}, retaining ${formatBytes(retainedBytes)}`;
}

/** Classes that are named of those that grow with a leak; more are told to be more. */
export const MOST_NAMED = 6;

/** `with it grow: 300 Array, 100 Map, …`; null where nothing does. */
export function growsWith({ holds }: Pick<Leak, 'holds'>): string | null {
  if (holds.length === 0) return null;
  const more = holds.length > MOST_NAMED ? ', …' : '';
  return `with it grow: ${counted(holds.slice(0, MOST_NAMED))}${more}`;
}

/** `300 Array, 100 Map`. */
export function counted(classes: readonly Pick<Leak, 'className' | 'count'>[]): string {
  return classes.map(({ className, count }) => `${formatCount(count)} ${className}`).join(', ');
}

/** What a stack has allocated: `60 of them (3 kB)`, or by class where there are several; null where it is all there is. */
export function shareOf({ className, count, retainedBytes }: AllocationStack, { stacks }: Leak): string | null {
  if (stacks.length < 2) return null;
  const what = stacks.every((other) => other.className === className) ? 'of them' : className;
  return `${formatCount(count)} ${what} (${formatBytes(retainedBytes)})`;
}

/** `20 timers made in the measured iterations are still open`. */
export function handlesHead({ type, count, example }: OpenHandles): string {
  const such = example === undefined ? '' : `, such as ${example}`;
  const what = `${formatCount(count)} ${handleWord(type, count)}`;
  return `${what} made in the measured iterations ${count === 1 ? 'is' : 'are'} still open${such}`;
}
