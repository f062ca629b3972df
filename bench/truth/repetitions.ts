import type { Line } from './lines.ts';

/** A case whose repetitions did not end the same. */
export interface Change {
  id: string;
  /** How often each verdict was reached. */
  verdicts: Record<string, number>;
}

/** How often everything was repeated, and the cases whose verdict changed. A case is repeated when it has several runs. */
export function changes(lines: readonly Line[]): { repetitions: number; changed: Change[] } {
  const runs = lines.flatMap((line) => ('run' in line ? [{ id: line.id, verdict: line.run.verdict }] : []));
  const byId = [...Map.groupBy(runs, ({ id }) => id)];
  const counted = byId.map(([id, each]): Change => {
    const verdicts = Object.fromEntries(
      [...Map.groupBy(each, ({ verdict }) => verdict)].map(([v, of]) => [v, of.length]),
    );
    return { id, verdicts };
  });
  return {
    repetitions: Math.max(0, ...byId.map(([, each]) => each.length)),
    changed: counted.filter(({ verdicts }) => Object.keys(verdicts).length > 1),
  };
}
