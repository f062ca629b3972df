import { median } from '../median.ts';
import type { Line } from './lines.ts';

/** What a rule's measuring takes inside the program, medians over the cases in milliseconds, by what took them. */
export interface Costs {
  rule: string;
  cases: number;
  ms: Record<string, number>;
}

/** The costs of each rule whose answers tell them. */
export function costsOf(lines: readonly Line[]): Costs[] {
  const told = lines.flatMap((line) =>
    'answers' in line
      ? Object.entries(line.answers).flatMap(([rule, { ms }]) => (ms === undefined ? [] : [{ rule, ms }]))
      : [],
  );
  return [...Map.groupBy(told, ({ rule }) => rule)].map(([rule, each]) => {
    const names = Object.keys(each[0]?.ms ?? {});
    const medians = names.map((name) => [name, median(each.map(({ ms }) => ms[name] ?? 0))] as const);
    return { rule, cases: each.length, ms: Object.fromEntries(medians) };
  });
}
