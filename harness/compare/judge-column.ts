import type { RunResult } from '../run/result.ts';
import type { Verdict } from '../verdict/types.ts';
import { cameToVerdict } from './came-to-verdict.ts';
import type { Change, Judgement, MetricRow } from './comparison.ts';

/** The verdict that all rounds agree on. */
export function verdictOf(rounds: readonly RunResult[]): Verdict {
  const verdicts = new Set(rounds.map(({ verdict }) => verdict));
  if (verdicts.has('crashed')) return 'crashed';
  const [verdict] = verdicts;
  return verdicts.size === 1 && verdict !== undefined ? verdict : 'inconclusive';
}

/** The sentence to that verdict: that of the first round that came to it, or that the rounds disagree. */
export function reasonOf(rounds: readonly RunResult[]): string {
  const verdict = verdictOf(rounds);
  const run = rounds.find((each) => each.verdict === verdict);
  return run?.reason ?? `Its rounds disagree: ${rounds.map((each) => each.verdict).join(', ')}.`;
}

function changesAt(metrics: readonly MetricRow[], column: number, wanted: Change): string[] {
  return metrics.flatMap(({ metric, decides, changes }) => {
    const judged = changes[column];
    return decides && judged?.change === wanted ? [`${metric} ${judged.reason}`] : [];
  });
}

/**
 * A column against the first one. It is worse when it leaks and the first does not, or when any metric that decides is worse
 * beyond noise, even if another is better.
 */
export function judgeColumn(
  verdicts: readonly Verdict[],
  labels: readonly string[],
  metrics: readonly MetricRow[],
  column: number,
): Judgement {
  const [before, after] = [verdicts[0] as Verdict, verdicts[column] as Verdict];
  const [first, label] = [labels[0] as string, labels[column] as string];
  for (const [verdict, which] of [
    [before, first],
    [after, label],
  ] as const) {
    if (!cameToVerdict({ verdict })) {
      return { change: 'not comparable', reason: `${label} cannot be compared with ${first}: ${which} is ${verdict}` };
    }
  }
  const worse = changesAt(metrics, column, 'worse');
  const better = changesAt(metrics, column, 'better');
  if (before !== 'leak' && after === 'leak') worse.unshift('it leaks');
  if (before === 'leak' && after !== 'leak') better.unshift('it no longer leaks');
  if (worse.length > 0) {
    const but = better.length > 0 ? `; better is ${better.join(', ')}` : '';
    return { change: 'worse', reason: `${label} is worse than ${first}: ${worse.join(', ')}${but}` };
  }
  if (better.length > 0) return { change: 'better', reason: `${label} is better than ${first}: ${better.join(', ')}` };
  return { change: 'within noise', reason: `${label} and ${first} differ by no more than two runs of one version do` };
}
