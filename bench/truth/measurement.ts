import { leaks, type TruthCase } from './cases.ts';
import { compare } from './compare.ts';
import { type Costs, costsOf } from './costs.ts';
import { NOISE_FLOOR, residue, smallestLeaks } from './limits.ts';
import type { Line } from './lines.ts';
import { type Repetitions, repetitionsIn } from './repetitions.ts';
import { type Answer, answersIn, precision, recall, type Score, scoreOf } from './scores.ts';
import { type SecondOpinion, secondOpinion } from './second-opinion.ts';
import { OURS } from './tasks.ts';

/** A score with its rates, from 0 to 1; null where there is nothing to divide by. */
export interface RatedScore extends Score {
  /** Cases of which there is no measurement. */
  unmeasured: number;
  precision: number | null;
  recall: number | null;
}

/** Scores of each rule, by its name. */
export type ScoresByRule = Record<string, RatedScore>;

/** Cases that have something in common, how many there are, and how each rule did on them. */
export interface Group {
  name: string;
  leaks: number;
  calm: number;
  scores: ScoresByRule;
}

/** A verdict that is wrong. */
export interface WrongVerdict {
  id: string;
  why: string;
}

/** Everything that is known of the accuracy; what `--json` writes. */
export interface Measurement {
  schema: 1;
  rules: string[];
  overall: ScoresByRule;
  bySet: Group[];
  byKind: Group[];
  /** Of steadyheap. */
  wrong: WrongVerdict[];
  noiseFloor: typeof NOISE_FLOOR;
  residue: ReturnType<typeof residue>;
  smallest: ReturnType<typeof smallestLeaks>;
  repetitions: Repetitions;
  secondOpinion: SecondOpinion;
  /** Of the rules that tell what they cost. */
  costs: Costs[];
  /** One entry per case: what each rule said, null for no answer. */
  cases: { id: string; kind: string; issue: string | null; leaks: boolean; said: Record<string, boolean | null> }[];
}

function scoresByRule(answers: readonly Answer[], cases: readonly TruthCase[], rules: readonly string[]): ScoresByRule {
  return Object.fromEntries(
    rules.map((rule) => {
      const own = answers.filter((answer) => answer.rule === rule);
      const unmeasured = cases.length - new Set(own.map((answer) => answer.case.id)).size;
      const score = scoreOf(own);
      return [rule, { ...score, unmeasured, precision: precision(score), recall: recall(score) }];
    }),
  );
}

function groupsBy(
  answers: readonly Answer[],
  cases: readonly TruthCase[],
  rules: readonly string[],
  keyOf: (each: TruthCase) => string,
): Group[] {
  const groups = [...Map.groupBy(cases, keyOf)].sort(([a], [b]) => a.localeCompare(b));
  return groups.map(([name, members]) => ({
    name,
    leaks: members.filter(leaks).length,
    calm: members.filter((each) => !leaks(each)).length,
    scores: scoresByRule(
      answers.filter((answer) => keyOf(answer.case) === name),
      members,
      rules,
    ),
  }));
}

function wrongVerdicts(lines: readonly Line[], cases: readonly TruthCase[]): WrongVerdict[] {
  const byId = new Map(cases.map((each) => [each.id, each]));
  const wrong = lines.flatMap((line): WrongVerdict[] => {
    const truth = byId.get(line.id);
    if (truth === undefined || 'answers' in line) return [];
    const why = 'failed' in line ? `${line.tool} could not run it: ${line.failed}` : compare(truth, line.run).why;
    return why === null ? [] : [{ id: line.id, why }];
  });
  // The same wrong answer of several repetitions is told once.
  return [...new Map(wrong.map((each) => [`${each.id} ${each.why}`, each])).values()];
}

/**
 * Works out the accuracy from the measurements.
 *
 * @param rules The rules of each tool, by the tool's name.
 */
export function workOut(
  lines: readonly Line[],
  cases: readonly TruthCase[],
  rules: Readonly<Record<string, readonly string[]>>,
): Measurement {
  const answers = answersIn(lines, cases, rules);
  const names = Object.values(rules)
    .flat()
    .filter((rule) => answers.some((answer) => answer.rule === rule));
  const said = (id: string) =>
    Object.fromEntries(answers.filter((answer) => answer.case.id === id).map(({ rule, leak }) => [rule, leak]));
  const ours = lines.filter(({ tool }) => tool === OURS);
  return {
    schema: 1,
    rules: names,
    overall: scoresByRule(answers, cases, names),
    bySet: groupsBy(answers, cases, names, ({ set }) => set),
    byKind: groupsBy(answers, cases, names, ({ kind }) => kind),
    wrong: wrongVerdicts(ours, cases),
    noiseFloor: NOISE_FLOOR,
    residue: residue(ours, cases),
    smallest: smallestLeaks(ours, cases),
    repetitions: repetitionsIn(ours),
    secondOpinion: secondOpinion(ours),
    costs: costsOf(lines),
    cases: cases.map((each) => ({
      id: each.id,
      kind: each.kind,
      issue: each.issue,
      leaks: leaks(each),
      said: said(each.id),
    })),
  };
}
