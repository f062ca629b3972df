/** What heads a part of an explanation, in a terminal and in a report. */
import { formatBytes } from '../../verdict/format.ts';
import type { Leak, OpenHandles } from '../explanation.ts';

/** `Listener: 100 in 100 iterations, retaining 134 kB`. */
export function leakHead({ className, count, perIteration, retainedBytes }: Leak, iterations: number): string {
  const among = perIteration === 0 ? '' : ` in ${iterations} iterations`;
  return `${className}: ${count}${among}, retaining ${formatBytes(retainedBytes)}`;
}

/** Classes that are named of those that grow with a leak. */
export const NAMED = 6;

/** `with it grow: 300 Array, 100 Map, …`; null where nothing does. */
export function growsWith({ holds }: Pick<Leak, 'holds'>): string | null {
  if (holds.length === 0) return null;
  const named = holds.slice(0, NAMED).map(({ className, count }) => `${count} ${className}`);
  return `with it grow: ${named.join(', ')}${holds.length > NAMED ? ', …' : ''}`;
}

/** `20 Timeout made in the measured iterations are still open`. */
export function handlesHead({ type, count, example }: OpenHandles): string {
  const such = example === undefined ? '' : `, such as ${example}`;
  const what = type === 'descriptor' ? `${count === 1 ? 'descriptor' : 'descriptors'} of files` : type;
  return `${count} ${what} made in the measured iterations are still open${such}`;
}
