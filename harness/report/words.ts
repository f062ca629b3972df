import type { RunResult } from '../run/result.ts';
import { formatBytes, formatCount } from '../verdict/format.ts';
import type { Colors } from './colors.ts';

/** `name@version`, or a dash for code of one's own. */
export function packageLabel({ package: underTest }: Pick<RunResult, 'package'>): string {
  return underTest === null ? '-' : `${underTest.name}@${underTest.version}`;
}

/** The verdict as a word, with what makes a leak pass or a harmless one fail. */
export function verdictLabel({ verdict, known, passed }: RunResult): string {
  if (known) return `${verdict} (known)`;
  return passed || verdict !== 'clean' ? verdict : `${verdict}, but failed`;
}

/** Green for what passes, yellow for what passes as known, red for what fails. */
export function paintFor({ known, passed }: RunResult, colors: Colors): (text: string) => string {
  if (!passed) return colors.red;
  return known ? colors.yellow : colors.green;
}

/** Growth of the heap per iteration. */
export function heapLabel({ growth, verdict }: RunResult): string {
  return verdict === 'crashed' && growth.heapBytes === 0 ? '-' : formatBytes(growth.heapBytes);
}

/** Objects per iteration. */
export function objectsLabel({ growth }: RunResult): string {
  return formatCount(growth.objects);
}

/** Handles and child processes per iteration, those that changed. */
export function handlesLabel({ growth }: RunResult): string {
  const changed = Object.entries({ ...growth.handles, processes: growth.processes }).filter(([, rate]) => rate > 0);
  if (changed.length === 0) return '0';
  return changed.map(([type, rate]) => `${type} ${formatCount(rate)}`).join('\n');
}

/** Seconds for people. */
export function secondsLabel(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
