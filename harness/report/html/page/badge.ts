import type { RunResult } from '../../../run/result.ts';
import { verdictLabel } from '../../words.ts';
import { h } from './dom.ts';

/** How a run ended, for those who ask whether they have to do something. */
export type Outcome = 'failed' | 'known' | 'passed';

export function outcomeOf({ passed, known }: Pick<RunResult, 'passed' | 'known'>): Outcome {
  if (!passed) return 'failed';
  return known ? 'known' : 'passed';
}

/** Told apart by shape, not by colour alone. */
export const MARKS: Record<Outcome, string> = { failed: '✗', known: '≈', passed: '✓' };

/** The verdict in its colour. */
export function badge(run: RunResult): HTMLElement {
  const outcome = outcomeOf(run);
  const mark = h('span', { 'aria-hidden': 'true' }, MARKS[outcome]);
  return h('span', { class: `badge ${outcome}` }, mark, ` ${verdictLabel(run)}`);
}
