import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ResultFile, RunResult } from '../../../harness/run/result.ts';
import { claims } from './claims.ts';
import { decide } from './decide.ts';
import { renderFindings } from './render.ts';

const PLAIN = new URL('../plain/', import.meta.url);
const PAGE = new URL('../../../docs/findings.md', import.meta.url);

const files = process.argv.slice(2);
const runs: RunResult[] = (files.length > 0 ? files : ['reports/results.json']).flatMap(
  (file) => (JSON.parse(readFileSync(file, 'utf8')) as ResultFile).runs,
);
const reproductions = readdirSync(PLAIN).map((name) => ({ name, source: readFileSync(new URL(name, PLAIN), 'utf8') }));
writeFileSync(PAGE, renderFindings(claims, runs, reproductions));

const undecided = claims.filter((claim) => decide(claim, runs).finding === 'undecided');
for (const { system, claim } of undecided) console.error(`undecided: ${system}: ${claim}`);
if (undecided.length > 0) process.exitCode = 1;
