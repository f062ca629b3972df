import { RequestError } from '../scenario/errors.ts';
import { listNames } from '../scenario/names.ts';
import { parseBytes, parseCount } from '../scenario/quantity.ts';
import type { BrokenRule, ClassRow, Judgement, MetricRow } from './comparison.ts';
import { formatFigure } from './judge-figure.ts';
import { METRIC_NAMES } from './metrics.ts';

/** What makes a comparison fail. */
export type Rule =
  | { kind: 'worse'; written: string }
  | { kind: 'new-class'; written: string }
  /** `most` is a part of the first figure, or an amount in the metric's unit; both are of the difference. */
  | { kind: 'metric'; written: string; metric: string; most: { part: number } | { amount: number } };

const EXAMPLE = 'write worse, new-class, or a metric and how much more of it is allowed, such as heap>10% or objects>0';
const BYTES = new Set(['heap', 'external', 'arrayBuffers', 'rss', 'processesRss', 'afterTeardown']);

/** One rule as it is written. Throws a RequestError for what is none. */
export function parseRule(text: string): Rule {
  const written = text.trim();
  if (written === 'worse' || written === 'new-class') return { kind: written, written };
  const [, metric, most] = /^([^>]+)>([^>]+)$/.exec(written)?.map((part) => part.trim()) ?? [];
  if (metric === undefined || most === undefined) throw new RequestError(`--fail-on ${text} is no rule; ${EXAMPLE}`);
  if (!METRIC_NAMES.includes(metric) && !metric.startsWith('gauge ')) {
    throw new RequestError(
      `--fail-on ${text}: there is no metric ${metric}; there are ${METRIC_NAMES.join(', ')} and gauge NAME`,
    );
  }
  if (most.startsWith('-')) {
    throw new RequestError(`--fail-on ${text}: what is allowed is 0 or more, such as heap>10%`);
  }
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(most)?.[1];
  if (percent !== undefined) return { kind: 'metric', written, metric, most: { part: Number(percent) / 100 } };
  try {
    const amount = BYTES.has(metric) ? parseBytes(/^[\d.]+$/.test(most) ? Number(most) : most) : parseCount(most);
    return { kind: 'metric', written, metric, most: { amount } };
  } catch (error) {
    throw new RequestError(`--fail-on ${text}: ${(error as Error).message}`);
  }
}

/** What of a comparison the rules look at. */
export interface Judged {
  metrics: readonly MetricRow[];
  classes: readonly ClassRow[];
  /** The last column against the first. */
  overall: Judgement;
}

function exceeds({ metric, most }: Extract<Rule, { kind: 'metric' }>, rows: readonly MetricRow[]): string | null {
  const row = rows.find((each) => each.metric === metric);
  const judged = row?.changes.at(-1);
  const [first, last] = [row?.figures[0], row?.figures.at(-1)];
  // A change within noise is none, whatever its percentage: two bytes instead of one are no 100 %.
  if (judged?.change !== 'worse' || !row || !first || !last) return null;
  const difference = Math.abs(last.value - first.value);
  const allowed = 'amount' in most ? most.amount : most.part * Math.abs(first.value);
  return difference > allowed ? `${metric} went ${judged.reason}, more than ${formatAllowed(most, row)} apart` : null;
}

function formatAllowed(most: { part: number } | { amount: number }, { unit }: MetricRow): string {
  return 'part' in most ? `${Number((most.part * 100).toPrecision(6))} %` : formatFigure(most.amount, unit);
}

/** Classes that a broken rule names; the table has more of them. */
const MOST_CLASSES = 5;

/** The rules that a comparison breaks, each with a sentence. */
export function brokenRules(rules: readonly Rule[], { metrics, classes, overall }: Judged): BrokenRule[] {
  return rules.flatMap((rule): BrokenRule[] => {
    const { written } = rule;
    if (rule.kind === 'worse') return overall.change === 'worse' ? [{ rule: written, message: overall.reason }] : [];
    if (rule.kind === 'metric') {
      const message = exceeds(rule, metrics);
      return message === null ? [] : [{ rule: written, message }];
    }
    const fresh = classes.filter(({ change }) => change === 'new').map(({ name }) => name);
    return fresh.length === 0
      ? []
      : [{ rule: written, message: `new among what grows: ${listNames(fresh, MOST_CLASSES)}` }];
  });
}
