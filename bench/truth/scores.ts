import { leaks, type TruthCase } from './cases.ts';
import { compare } from './compare.ts';
import type { Line } from './lines.ts';
import { OURS } from './tasks.ts';

/** How often a rule was right over some cases. */
export interface Score {
  leaks: number;
  calm: number;
  /** Leaks that were called one. */
  found: number;
  /** Calm cases that were called a leak. */
  falseAlarms: number;
  /** Leak verdicts, and those among them that are right: a leak, and (of steadyheap) all that is expected named. */
  leakVerdicts: number;
  rightLeakVerdicts: number;
  /** Cases without an answer: the scenario did not get through, or the verdict is not one to rely on. */
  unanswered: number;
}

/** What a rule said about one case. */
export interface Answer {
  rule: string;
  case: TruthCase;
  /** Null when there is no answer. */
  leak: boolean | null;
  /** Whether a leak verdict is right. */
  right: boolean;
}

/** Verdicts that leave the question open. */
const OPEN: ReadonlySet<string> = new Set(['inconclusive', 'crashed', 'nothing-measured']);

/**
 * What each rule said, from the measurements; of several repetitions the one that is furthest from the truth.
 *
 * @param rules Of each tool.
 */
export function answersIn(
  lines: readonly Line[],
  cases: readonly TruthCase[],
  rules: Readonly<Record<string, readonly string[]>>,
): Answer[] {
  const byId = new Map(cases.map((each) => [each.id, each]));
  const answers = lines.flatMap((line): Answer[] => {
    const truth = byId.get(line.id);
    if (truth === undefined) return [];
    if ('run' in line) {
      const leak = OPEN.has(line.run.verdict) ? null : line.run.verdict === 'leak';
      return [{ rule: OURS, case: truth, leak, right: compare(truth, line.run).right }];
    }
    return (rules[line.tool] ?? [line.tool]).map((rule) => {
      const leak = 'failed' in line ? null : (line.answers[rule]?.leak ?? null);
      return { rule, case: truth, leak, right: leak === leaks(truth) };
    });
  });
  const byCase = Map.groupBy(answers, ({ rule, case: { id } }) => `${rule} ${id}`);
  return [...byCase.values()].map(furthest);
}

/** Of several answers to one case the wrong one, or else one that is none. */
function furthest(answers: readonly Answer[]): Answer {
  const distance = (answer: Answer) => (answer.leak === null ? 1 : answer.leak === leaks(answer.case) ? 0 : 2);
  return answers.reduce((worst, each) =>
    distance(each) > distance(worst) || (distance(each) === distance(worst) && !each.right) ? each : worst,
  );
}

/** Adds up answers of one rule. */
export function scoreOf(answers: readonly Answer[]): Score {
  const count = (which: (answer: Answer) => boolean) => answers.filter(which).length;
  return {
    leaks: count((answer) => leaks(answer.case)),
    calm: count((answer) => !leaks(answer.case)),
    found: count((answer) => leaks(answer.case) && answer.leak === true),
    falseAlarms: count((answer) => !leaks(answer.case) && answer.leak === true),
    leakVerdicts: count(({ leak }) => leak === true),
    rightLeakVerdicts: count(({ leak, right }) => leak === true && right),
    unanswered: count(({ leak }) => leak === null),
  };
}

/** Part of the leak verdicts that are right, from 0 to 1; null without leak verdicts. */
export function precision({ leakVerdicts, rightLeakVerdicts }: Score): number | null {
  return leakVerdicts === 0 ? null : rightLeakVerdicts / leakVerdicts;
}

/** Part of the leaks that were found, from 0 to 1; null without leaks. */
export function recall({ leaks: all, found }: Score): number | null {
  return all === 0 ? null : found / all;
}
