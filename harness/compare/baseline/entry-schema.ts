import * as v from 'valibot';
import type { Verdict } from '../../verdict/types.ts';

/** The message of a part: what it is to be. The path of a field that is missing says already which. */
const must = (be: string) => (issue: v.BaseIssue<unknown>) =>
  issue.input === undefined ? 'is missing' : `is to be ${be}`;

const number = v.number(must('a number'));
const figure = v.object({ value: number, low: number, high: number }, must('{ value, low, high }'));

const VERDICTS = [
  'clean',
  'leak',
  'saturating',
  'draining',
  'inconclusive',
  'crashed',
  'nothing-measured',
] as const satisfies readonly Verdict[];

/** An entry as it is to be in the file. Fields that a later version adds are no damage. */
export const baselineEntry = v.object(
  {
    file: v.optional(v.string(must('the name of a scenario file'))),
    verdict: v.picklist(VERDICTS, must('a verdict')),
    growth: v.record(v.string(), figure, must('figures by metric')),
  },
  must('{ file, verdict, growth }'),
);
