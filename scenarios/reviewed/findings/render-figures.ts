import type { RunResult } from '../../../harness/run/result.ts';
import { compareFigure } from './compare-figure.ts';
import type { Figure } from './figures.ts';
import { table } from './render.ts';

const INTRODUCTION = `## Beside earlier figures

The earlier figures are of a first measurement of the same leaks: a plain loop on Node 20 with \`--expose-gc --no-opt
--no-sparkplug\`, and the growth of its settled heap over 100 to 400 iterations, divided by them. \`typical\` is what steadyheap
reports, the growth of a batch in which no table happened to grow; \`mean\` is all of the growth over all iterations, as in the
plain loop, and \`mean, Node 20\` the same on Node 20. Where the two measurements differ by more than 15 %, the last column says
why.`;

/** The table of earlier figures. */
export function renderFigures(figures: readonly Figure[], results: readonly RunResult[]): string {
  const rows = figures.map((figure) => {
    const { typical, mean, meanOnNode20, why } = compareFigure(figure, results);
    return [
      `${figure.scenario}${figure.times === undefined ? '' : `, each of ${figure.times}`}`,
      figure.version,
      Array.isArray(figure.earlier) ? figure.earlier.map(bytes).join(' to ') : bytes(figure.earlier),
      ...[typical, mean, meanOnNode20].map((value) => (value === null ? '' : bytes(value))),
      why ?? '**unexplained**',
    ];
  });
  const header = ['scenario', 'version', 'earlier', 'typical', 'mean', 'mean, Node 20', 'why they differ'];
  return `${INTRODUCTION}\n\n${table(header, rows)}\n`;
}

function bytes(value: number): string {
  return Math.round(value).toLocaleString('en');
}
