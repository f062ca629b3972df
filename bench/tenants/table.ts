import type { Comparison, ComparisonColumn } from '../../harness/compare/comparison.ts';
import { formatBytes, formatCount } from '../../harness/verdict/format.ts';
import type { Claim, Subject } from './claims.ts';

/** A claimed figure that is written as round as `about 50 MB` is met by what lies within a fifth of it. */
const NEARLY = 0.2;

interface Measured {
  value: number;
  text: string;
}

/** How much has come over the measured iterations; of what no longer comes, how much there is. */
function measured({ of }: Claim, { rounds: [run], gauges }: ComparisonColumn): Measured {
  if (of === 'heap') {
    const value = run.growth.heapBytes * run.iterations;
    return { value, text: formatBytes(value) };
  }
  const grown = Math.round((run.growth.gauges[of.gauge] ?? 0) * run.iterations);
  const there = gauges[of.gauge] ?? 0;
  if (grown > 0 || there === 0) return { value: grown, text: formatCount(grown) };
  return { value: there, text: `${formatCount(there)} in all, and no more come` };
}

function met(claimed: number, { value }: Measured): 'held' | 'less' | 'more' {
  if (Math.abs(value - claimed) <= NEARLY * claimed) return 'held';
  return value < claimed ? 'less' : 'more';
}

/** What is to be said of a claim, given what both versions did; empty where nothing is claimed. */
export function judgement({ first, last, less }: Claim, [before, after]: readonly [Measured, Measured]): string {
  if (less !== undefined) {
    const part = before.value === 0 ? 0 : 1 - after.value / before.value;
    const told = `${Math.round(part * 100)} % less`;
    if (part >= 1) return 'better than claimed';
    return part >= less ? `holds: ${told}` : `**does not hold**: ${told}`;
  }
  if (first === null || last === null) return '';
  const verdict = { held: 'holds', less: 'better than claimed', more: '**does not hold**' }[met(last, after)];
  return met(first, before) === 'held' ? verdict : `${verdict}; what is claimed of the first is not met`;
}

function claimed(value: number | null, { of, less }: Claim, isLast: boolean): string {
  if (isLast && less !== undefined) return `${less * 100} % less`;
  if (value === null) return '';
  return of === 'heap' ? `about ${formatBytes(value)}` : formatCount(value);
}

/** The rows of one comparison of two versions, in Markdown, with what is claimed beside what is measured. */
export function renderTable({ title, scenario, claims }: Subject, { columns }: Comparison): string {
  const [before, after] = columns;
  if (before === undefined || after === undefined || columns.length !== 2) {
    throw new Error(`the comparison of ${scenario} has ${columns.length} columns, and the table is of two versions`);
  }
  const [one, other] = [before.label, after.label];
  const rows = claims.map((claim) => {
    const figures = [measured(claim, before), measured(claim, after)] as const;
    return [
      claim.title,
      claimed(claim.first, claim, false),
      claimed(claim.last, claim, true),
      figures[0].text,
      figures[1].text,
      judgement(claim, figures),
    ];
  });
  const head = [
    '',
    `claimed ${one}`,
    `claimed ${other}`,
    `measured ${one}`,
    `measured ${other}`,
    'the claim for the last',
  ];
  const lines = [head, ['---', '--:', '--:', '--:', '--:', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const verdicts = `${one} ends as ${before.verdict}, ${other} as ${after.verdict}.`;
  return `**${title}** (\`${scenario}\`). ${verdicts}\n\n${lines.join('\n')}`;
}
