import type { Comparison, Figure, Judgement, MetricRow, Unit } from '../compare/comparison.ts';
import { formatBytes, formatCount } from '../verdict/format.ts';
import { shown } from '../verdict/shown.ts';

/** One line of a comparison: what it is of, and a cell per column. */
export interface ComparisonLine {
  title: string;
  cells: ComparisonCell[];
}

/** What a cell says, line by line, and how it stands to the first column. */
export interface ComparisonCell {
  lines: string[];
  change: Judgement['change'] | null;
}

/** Lines that are shown even when all their figures are 0: a reader looks for them. */
const ALWAYS = new Set(['heap', 'objects', 'handles', 'afterTeardown', 'speed']);

const TITLES: Record<Unit, string> = {
  'bytes/iteration': '/iteration',
  'pieces/iteration': '/iteration',
  'iterations/second': ' at the start',
};

function formatValue(value: number, unit: Unit): string {
  if (unit === 'bytes/iteration') return formatBytes(value);
  return unit === 'iterations/second' ? `${formatCount(Math.round(value))}/s` : formatCount(value);
}

/** The interval of a figure, where it has one. */
function interval({ low, high }: Figure, unit: Unit): string[] {
  const [from, to] = [formatValue(low, unit), formatValue(high, unit)];
  return from === to ? [] : [`(${from} to ${to})`];
}

/** `×2 `; nothing where what grew is gone or shrinks now, which is no times as much. */
function timesAsMuch(ratio: number | null | undefined): string {
  return ratio !== null && ratio !== undefined && ratio > 0 ? `×${formatCount(ratio)} ` : '';
}

function metricCell({ unit, figures, ratios, changes }: MetricRow, column: number): ComparisonCell {
  const figure = figures[column];
  const judged = changes[column] ?? null;
  if (!figure) return { lines: ['-'], change: judged?.change ?? null };
  const told = judged === null ? [] : [`${timesAsMuch(ratios[column])}${judged.change}`];
  return {
    lines: [formatValue(figure.value, unit), ...interval(figure, unit), ...told],
    change: judged?.change ?? null,
  };
}

function isShown({ metric, figures }: MetricRow): boolean {
  return ALWAYS.has(metric) || figures.some((figure) => figure !== null && figure.value !== 0);
}

/** Classes that are named one by one; the rest follows from them as a rule. */
const MOST_CLASSES = 12;

/** A comparison as lines of text cells, ready to be shown: verdicts, metrics, gauges, and the classes that grow. */
export function comparisonLines({ columns, metrics, classes }: Comparison): ComparisonLine[] {
  const verdicts = columns.map(({ verdict, againstFirst }) => ({
    lines: [verdict, ...(againstFirst === null ? [] : [againstFirst.change])],
    change: againstFirst?.change ?? null,
  }));
  const plain = (line: string): ComparisonCell => ({ lines: [line], change: null });
  const gauges = [...new Set(columns.flatMap((column) => Object.keys(column.gauges)))];
  return [
    { title: 'verdict', cells: verdicts },
    ...metrics.filter(isShown).map((row) => ({
      title: shown(`${row.metric}${TITLES[row.unit]}`),
      cells: columns.map((_, i) => metricCell(row, i)),
    })),
    ...gauges.map((name) => ({
      title: shown(`${name} at the end`),
      cells: columns.map((column) => plain(name in column.gauges ? formatCount(column.gauges[name] as number) : '-')),
    })),
    ...classes.slice(0, MOST_CLASSES).map((row) => ({
      title: shown(row.change === 'same' ? row.name : `${row.name} (${row.change})`),
      cells: row.perIteration.map((rate) => plain(formatCount(rate))),
    })),
    ...(classes.length > MOST_CLASSES
      ? [{ title: `${classes.length - MOST_CLASSES} more classes`, cells: columns.map(() => plain('')) }]
      : []),
  ];
}

/** What keeps the classes that are new in the last column, ready to be shown. */
export function keptNew({ classes }: Pick<Comparison, 'classes'>): { name: string; path: string }[] {
  return classes
    .filter(({ change, retainerPath }) => change === 'new' && retainerPath.length > 0)
    .map(({ name, retainerPath }) => ({ name: shown(name), path: shown(retainerPath.join(' ▸ ')) }));
}
