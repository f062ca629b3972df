import type { RunResult } from '../../../../run/result.ts';
import { titleOf } from '../../../words.ts';
import { type Outcome, outcomeOf } from '../badge.ts';

export type SortKey = 'outcome' | 'scenario' | 'package' | 'heap' | 'objects' | 'time' | 'baseline';

/** Which runs are listed, and in what order. */
export interface Selection {
  words: string;
  outcomes: ReadonlySet<Outcome>;
  key: SortKey;
  descending: boolean;
}

/** A run and its place in the result file, which is its address. */
export interface Listed<Run extends RunResult> {
  run: Run;
  index: number;
}

const SEVERITY: Record<Outcome, number> = { failed: 2, known: 1, passed: 0 };

const COMPARE: Record<SortKey, (a: RunResult, b: RunResult) => number> = {
  outcome: (a, b) => SEVERITY[outcomeOf(a)] - SEVERITY[outcomeOf(b)],
  scenario: (a, b) => a.scenario.localeCompare(b.scenario),
  package: (a, b) => nameOf(a).localeCompare(nameOf(b), undefined, { numeric: true }),
  heap: (a, b) => a.growth.heapBytes - b.growth.heapBytes,
  objects: (a, b) => a.growth.objects - b.growth.objects,
  baseline: (a, b) => changeOf(a) - changeOf(b),
  time: (a, b) => a.cost.wallMs - b.cost.wallMs,
};

const CHANGES = { worse: 3, better: 2, 'within noise': 1 } as const;

function changeOf({ baseline }: RunResult): number {
  return baseline === undefined ? 0 : CHANGES[baseline.change];
}

function nameOf(run: RunResult): string {
  return run.package === null ? '' : `${run.package.name}@${run.package.version}`;
}

/** The runs whose title, verdict, file or Node version has every word, in the order asked for; ties as in the result file. */
export function select<Run extends RunResult>(runs: readonly Run[], selection: Selection): Listed<Run>[] {
  const words = selection.words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (run: Run) => {
    const text = `${titleOf(run)} ${run.verdict} ${run.file} ${run.node}`.toLowerCase();
    return selection.outcomes.has(outcomeOf(run)) && words.every((word) => text.includes(word));
  };
  const direction = selection.descending ? -1 : 1;
  return runs
    .map((run, index) => ({ run, index }))
    .filter(({ run }) => fits(run))
    .sort((a, b) => direction * COMPARE[selection.key](a.run, b.run) || a.index - b.index);
}
