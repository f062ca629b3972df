/** The search for a change, as other tools read it: fields are added, never renamed. */
import type { RunResult } from '../../run/result.ts';
import type { Answer } from './search.ts';

/** One version or commit that was tried. */
export interface Step {
  label: string;
  /** Which end it is like. */
  answer: Answer;
  /** Why it could not be told, or the run's own sentence. */
  reason: string;
  /** Null when it could not be installed. */
  run: RunResult | null;
}

export interface Bisection {
  schema: 1;
  scenario: string;
  /** Relative to the folder it was started in. */
  file: string;
  package: string;
  kind: 'versions' | 'commits';
  /** From the older end to the newer one, both included. */
  candidates: string[];
  /** In the order in which they were tried; the ends first. */
  steps: Step[];
  /** The last candidate that is like the older end; null when nothing was found. */
  before: string | null;
  /** The first that is like the newer end; null when nothing was found. */
  after: string | null;
  /** Candidates between the two that could not be told; the change may lie in one of them. */
  between: string[];
  /** How the newer end stands to the older one; null when they do not differ, or the search was given up. */
  change: 'better' | 'worse' | null;
  /** Why the search was given up; null when it was not. */
  incomplete: string | null;
  /** What was found, in one sentence. */
  summary: string;
  wallMs: number;
}
