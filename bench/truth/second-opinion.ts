import type { Line } from './lines.ts';

/** In how many runs memlab has found the same survivors as our census, and where it has not. */
export interface SecondOpinion {
  runs: number;
  differing: { id: string; note: string }[];
}

/** Gathers what the runs say of memlab's answer. */
export function secondOpinion(lines: readonly Line[]): SecondOpinion {
  const runs = lines.flatMap((line) => ('run' in line ? [{ id: line.id, note: line.run.memlabNote }] : []));
  return { runs: runs.length, differing: runs.flatMap(({ id, note }) => (note === null ? [] : [{ id, note }])) };
}
