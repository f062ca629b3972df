import Table from 'cli-table3';
import type { RunResult } from '../run/result.ts';
import { shown } from '../verdict/shown.ts';
import type { Colors } from './colors.ts';
import { fold } from './fold.ts';
import { SPARKLINE_WIDTH, sparkline } from './sparkline.ts';
import {
  growingHandles,
  heapLabel,
  objectsLabel,
  packageLabel,
  paintFor,
  secondsLabel,
  verdictLabel,
} from './words.ts';

/** Widths of the columns after the verdict: heap, trend, objects, time. */
const WIDTHS = [8, SPARKLINE_WIDTH, 8, 7];
const GAP = 2;

/** The verdict's column is as wide as its longest word, and most verdicts are no longer than this. */
const USUAL_VERDICT = 'leak (known)'.length;

const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid'].flatMap((place) => [
    [place, ''],
    [`${place}-mid`, ''],
    [`${place}-left`, ''],
    [`${place}-right`, ''],
  ]),
);

/** What the first column says below a scenario's name: its package, and the handles that grow. */
function detailsOf(run: RunResult): string[] {
  const handles = growingHandles(run).map((each) => `${each}/it.`);
  return [...(run.package === null ? [] : [packageLabel(run)]), ...handles].map(shown);
}

const INDENT = '  ';

function namesOf(run: RunResult, width: number): string[] {
  const inner = width - INDENT.length;
  const details = detailsOf(run).flatMap((line) =>
    fold(line.length <= inner ? line : line.replace(/(?<=.)@/, ' @'), inner),
  );
  return [...fold(shown(run.scenario), width), ...details.map((line) => `${INDENT}${line}`)];
}

/** The runs as a table of at most `width` columns. Names that are longer are wrapped; rates are per iteration. */
export function renderTable(runs: readonly RunResult[], colors: Colors, width: number): string {
  const words = runs.flatMap((run) => verdictLabel(run).split(' '));
  const verdicts = Math.max(USUAL_VERDICT, ...words.map(({ length }) => length));
  const left = width - [verdicts, ...WIDTHS].reduce((sum, each) => sum + GAP + each, 0);
  const longest = Math.max(...runs.flatMap((run) => namesOf(run, left)).map(({ length }) => length));
  const first = Math.max('scenario'.length, longest);
  const table = new Table({
    head: ['scenario', 'verdict', 'heap/it.', 'trend', 'obj./it.', 'time'],
    chars: { ...NO_LINES, middle: ' '.repeat(GAP) },
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    colAligns: ['left', 'left', 'right', 'left', 'right', 'right'],
    colWidths: [first, verdicts, ...WIDTHS],
  });
  for (const run of runs) {
    const paint = paintFor(run, colors);
    const verdict = fold(verdictLabel(run), verdicts);
    table.push([
      namesOf(run, first).join('\n'),
      verdict.map(paint).join('\n'),
      heapLabel(run),
      sparkline(run),
      objectsLabel(run),
      secondsLabel(run.cost.wallMs),
    ]);
  }
  const lines = table.toString().split('\n');
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** What the time went into, over all runs. */
export function renderPhases(runs: readonly RunResult[], wallMs: number): string {
  const sum = (read: (cost: RunResult['cost']) => number) => runs.reduce((total, { cost }) => total + read(cost), 0);
  const phases = [
    ['all', wallMs],
    ['subjects', sum((cost) => cost.wallMs)],
    ['snapshots', sum((cost) => cost.snapshotMs)],
    ['analysis', sum((cost) => cost.analysisMs)],
    ['memlab', sum((cost) => cost.memlabMs)],
  ] as const;
  return phases.map(([name, ms]) => `${name} ${secondsLabel(ms)}`).join(', ');
}
