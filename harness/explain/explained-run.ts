import type { RunResult } from '../run/result.ts';
import type { Explanation } from './explanation.ts';
import { located } from './located.ts';
import { leadingLines } from './text/render.ts';

/** A run with its cause, where that was looked for and found. */
export interface ExplainedRun extends RunResult {
  explanation?: Explanation;
}

/** The run with all that its explanation tells: the whole of it, the lines that lead, and where each class is allocated. */
export function explained(run: RunResult, explanation: Explanation, cwd: string): ExplainedRun {
  return { ...located(run, explanation), cause: leadingLines(explanation, cwd), explanation };
}
