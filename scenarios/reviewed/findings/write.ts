import { readFileSync, writeFileSync } from 'node:fs';
import type { ResultFile, RunResult } from '../../../harness/run/result.ts';
import { claims } from './claims/index.ts';
import { compareFigure } from './compare-figure.ts';
import { decide } from './decide.ts';
import { figures } from './figures.ts';
import { readOutputs } from './plain-output.ts';
import { renderClaims, renderReproductions } from './render.ts';
import { renderFigures } from './render-figures.ts';
import { readReproductions } from './reproductions.ts';

const PAGE = new URL('../../../docs/findings.md', import.meta.url);

const files = process.argv.slice(2);
const runs: RunResult[] = (files.length > 0 ? files : ['reports/results.json']).flatMap(
  (file) => (JSON.parse(readFileSync(file, 'utf8')) as ResultFile).runs,
);
// The claims are about the Node that runs the harness; other runs are for the figures.
const current = runs.filter(({ node }) => node === process.version);
const outputs = readOutputs();
const page = [
  renderClaims(claims, current, outputs),
  renderFigures(figures, runs),
  renderReproductions(readReproductions(), outputs),
];
writeFileSync(PAGE, `${page.join('\n')}\n`);

const undecided = claims.filter((claim) => decide(claim, current).finding === 'undecided');
for (const { system, claim } of undecided) console.error(`undecided: ${system}: ${claim}`);
const unexplained = figures.filter((figure) => compareFigure(figure, runs).why === null);
for (const { scenario, version } of unexplained) console.error(`unexplained: ${scenario} · ${version}`);
if (undecided.length + unexplained.length > 0) process.exitCode = 1;
