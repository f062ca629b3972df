import { readdirSync } from 'node:fs';
import path from 'node:path';
import { CORPUS } from '../../scenarios/corpus/expected.ts';
import { INNOCENT } from '../../scenarios/innocent/expected.ts';
import { LADDER } from '../../scenarios/ladder/expected.ts';
import { type Expectations, type Kind, type Outcome, OWN_CODE } from './expectation.ts';

export type ScenarioSet = 'corpus' | 'innocent' | 'ladder';

const SETS: Readonly<Record<ScenarioSet, Expectations>> = { corpus: CORPUS, innocent: INNOCENT, ladder: LADDER };
const ENDING = '.scenario.ts';

/** One scenario at one version, and what is true of it. */
export interface TruthCase {
  /** `corpus/got-abort-signal@12.5.2`; unique. */
  id: string;
  set: ScenarioSet;
  /** Absolute. */
  file: string;
  /** Null for code of one's own. */
  version: string | null;
  kind: Kind;
  issue: string | null;
  outcome: Outcome;
}

/** The scenario files of a set, without folder and ending. */
export function filesOf(set: ScenarioSet, root: string): string[] {
  const names = readdirSync(path.join(root, 'scenarios', set)).filter((name) => name.endsWith(ENDING));
  return names.map((name) => name.slice(0, -ENDING.length)).sort();
}

/**
 * Every case of the three sets, in the order of their files; those whose id contains the word when one is given.
 *
 * @param root The folder that holds `scenarios`.
 */
export function allCases(root: string, only = ''): TruthCase[] {
  const sets = Object.entries(SETS) as [ScenarioSet, Expectations][];
  const cases = sets.flatMap(([set, expectations]) =>
    Object.entries(expectations).flatMap(([name, { kind, issue = null, runs }]) =>
      Object.entries(runs).map(([label, outcome]): TruthCase => {
        const version = label === OWN_CODE ? null : label;
        const id = [`${set}/${name}`, version].filter((part) => part !== null).join('@');
        const file = path.join(root, 'scenarios', set, name + ENDING);
        return { id, set, file, version, kind, issue, outcome };
      }),
    ),
  );
  return cases.filter(({ id }) => id.includes(only));
}

/** Whether the case is a leak. */
export function leaks({ outcome }: Pick<TruthCase, 'outcome'>): boolean {
  return 'leaks' in outcome;
}
