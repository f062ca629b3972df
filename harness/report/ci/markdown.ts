import type { RunResult } from '../../run/result.ts';
import { plain } from '../markdown-text.ts';
import {
  countsLabel,
  growingHandles,
  handlesLabel,
  heapLabel,
  objectsLabel,
  packageLabel,
  secondsLabel,
  titleOf,
  verdictLabel,
} from '../words.ts';

/** Passed runs listed at the most; a summary is read for what failed, and GitHub takes 1 MB. */
const MOST_PASSED = 100;

function table(runs: readonly RunResult[]): string {
  const rows = runs.map((run) => {
    const mark = run.passed ? (run.known ? '🟡' : '🟢') : '🔴';
    const cells = [
      run.scenario,
      packageLabel(run),
      `${mark} ${verdictLabel(run)}`,
      heapLabel(run),
      objectsLabel(run),
      growingHandles(run).join(', ') || handlesLabel(run),
      secondsLabel(run.cost.wallMs),
    ];
    return `| ${cells.map(plain).join(' | ')} |`;
  });
  const head = '| scenario | package | verdict | heap/iteration | objects/iteration | handles/iteration | time |';
  return [head, '|---|---|---|--:|--:|--:|--:|', ...rows].join('\n');
}

/** The results as Markdown: the count, what failed with its reason and its cause, then all runs. */
export function renderMarkdown(runs: readonly RunResult[]): string {
  const failed = runs.filter((run) => !run.passed);
  const passed = runs.filter((run) => run.passed);
  const reasons = failed.flatMap((run) => [
    `- **${plain(titleOf(run))}**: ${plain(run.reason)}`,
    ...(run.cause ?? []).map((line) => `  - ${plain(line)}`),
  ]);
  const more = passed.length > MOST_PASSED ? `${passed.length - MOST_PASSED} more that passed` : '';
  const parts = [
    '## steadyheap',
    countsLabel(runs),
    reasons.join('\n'),
    table([...failed, ...passed.slice(0, MOST_PASSED)]),
    more,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
