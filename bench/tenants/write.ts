/**
 * Measures what a review claims of two versions of a tenant registry, and writes the tables of docs/tenant-registry.md:
 * `npm run tenant-registry`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Comparison } from '../../harness/compare/comparison.ts';
import { SUBJECTS } from './claims.ts';
import { renderTable } from './table.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = path.join(ROOT, 'docs/tenant-registry.md');
const VERSIONS = ['5.2.5', '5.2.6'];

/** The part of the page that is written here. */
const PART = /(<!-- tables -->\n).*(\n<!-- \/tables -->)/s;

async function compareOn(scenario: string): Promise<Comparison> {
  const out = path.join(ROOT, 'reports/tenant-registry', scenario);
  const args = [path.join(ROOT, 'harness/cli/steadyheap.mjs'), 'compare', scenario, ...VERSIONS, '--out', out];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number];
  // 1 is an answer too: the last version is worse than the first.
  if (code > 1) throw new Error(`the comparison of ${scenario} ended with ${code}`);
  return JSON.parse(await readFile(path.join(out, 'comparison.json'), 'utf8')) as Comparison;
}

const tables: string[] = [];
for (const subject of SUBJECTS) tables.push(renderTable(subject, await compareOn(subject.scenario)));
const page = await readFile(PAGE, 'utf8');
if (!PART.test(page)) throw new Error(`${PAGE} has no part between <!-- tables --> and <!-- /tables -->`);
await writeFile(
  PAGE,
  page.replace(PART, (_, before: string, after: string) => `${before}\n${tables.join('\n\n')}\n${after}`),
);
