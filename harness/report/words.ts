import { counted } from '../compare/counted.ts';
import type { RunResult } from '../run/result.ts';
import { formatBytes, formatCount } from '../verdict/format.ts';
import type { Verdict } from '../verdict/types.ts';
import type { Colors } from './colors.ts';

/** `name@version`, or a dash for code of one's own. */
export function packageLabel({ package: underTest }: Pick<RunResult, 'package'>): string {
  return underTest === null ? '-' : `${underTest.name}@${underTest.version}`;
}

/** What a run is called. */
export function titleOf(run: RunResult): string {
  return run.package === null ? run.scenario : `${run.scenario} · ${packageLabel(run)}`;
}

/** Verdicts that pass by themselves. */
const PASSING: ReadonlySet<Verdict> = new Set(['clean', 'saturating', 'draining']);

/** The verdict as a word, with what makes a leak pass or a harmless one fail. */
export function verdictLabel({ verdict, known, passed }: RunResult): string {
  const word = known ? `${verdict} (known)` : verdict;
  return !passed && (known || PASSING.has(verdict)) ? `${word}, but failed` : word;
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

/** Objects per iteration; a dash for a subject that died before they were counted. */
export function objectsLabel({ growth, verdict }: RunResult): string {
  return verdict === 'crashed' ? '-' : formatCount(growth.objects);
}

/**
 * Handles and child processes that grow, each with how many per iteration; descriptors where neither does: most belong
 * to a handle.
 */
export function growingHandles({ growth }: Pick<RunResult, 'growth'>): string[] {
  const rises = ([, rate]: [string, number]) => rate > 0;
  const held = Object.entries({ ...growth.handles, processes: growth.processes }).filter(rises);
  const grown = held.length > 0 ? held : Object.entries({ descriptors: growth.fds }).filter(rises);
  return grown.map(([type, rate]) => `${type} ${formatCount(rate)}`);
}

/** The handles that grow as a text with a line for each; a dash for a subject that died before any could. */
export function handlesLabel(run: RunResult): string {
  return growingHandles(run).join('\n') || (run.verdict === 'crashed' ? '-' : '0');
}

/** Seconds for people. */
export function secondsLabel(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Every sentence about a run, once: its reason, and the failures that the reason does not tell. */
export function sentencesOf({ reason, failures }: Pick<RunResult, 'reason' | 'failures'>): string[] {
  const told = reason.toLowerCase();
  return [reason, ...failures.map(({ message }) => message).filter((message) => !told.includes(message.toLowerCase()))];
}

/** `3 runs: 2 passed, 1 of them a known leak, 1 failed`. */
export function countsLabel(runs: readonly RunResult[]): string {
  const failed = runs.filter((run) => !run.passed).length;
  const known = runs.filter((run) => run.known && run.passed).length;
  const counts = [
    `${runs.length - failed} passed`,
    ...(known > 0 ? [`${known} of them ${known === 1 ? 'a known leak' : 'known leaks'}`] : []),
    `${failed} failed`,
  ];
  return `${counted(runs.length, 'run')}: ${counts.join(', ')}`;
}
