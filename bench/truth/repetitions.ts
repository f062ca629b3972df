import type { Line } from './lines.ts';

/** A case whose repetitions did not end the same. */
export interface Change {
  id: string;
  /** How often each verdict was reached. */
  verdicts: Record<string, number>;
}

/** How often the cases were run. */
export interface Repetitions {
  /** All in all. */
  runs: number;
  /** How many cases were run so often, the most often first. */
  cases: { times: number; cases: number }[];
  /** The cases whose verdict changed. */
  changed: Change[];
}

function countBy<Key>(keys: readonly Key[]): [Key, number][] {
  return [...Map.groupBy(keys, (key) => key)].map(([key, each]) => [key, each.length]);
}

/**
 * How often each case was run, and the cases whose verdict changed meanwhile. A run that could not be started counts as
 * one.
 */
export function repetitionsIn(lines: readonly Line[]): Repetitions {
  const runs = lines.map((line) => ({ id: line.id, verdict: 'run' in line ? line.run.verdict : 'failed' }));
  const byId = [...Map.groupBy(runs, ({ id }) => id)].map(([id, each]) => ({
    id,
    times: each.length,
    verdicts: Object.fromEntries(countBy(each.map(({ verdict }) => verdict))),
  }));
  const times = countBy(byId.map((each) => each.times)).sort(([a], [b]) => b - a);
  return {
    runs: runs.length,
    cases: times.map(([each, cases]) => ({ times: each, cases })),
    changed: byId
      .filter(({ verdicts }) => Object.keys(verdicts).length > 1)
      .map(({ id, verdicts }) => ({ id, verdicts })),
  };
}
