import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ResultFile } from '../run/result.ts';

const program = path.join(import.meta.dirname, 'leak-test.mjs');

let project: string;
beforeEach(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
  const config = pathToFileURL(path.join(import.meta.dirname, 'config.ts')).href;
  await writeFile(
    path.join(project, 'vitest.config.mjs'),
    `import { leakTestConfig } from '${config}';
    const selection = (mode) => ({ all: mode === 'leak-test-all', except: ['scenarios/planted/**'] });
    export default ({ mode }) => leakTestConfig(${JSON.stringify(project)}, selection(mode));`,
  );
  await mkdir(path.join(project, 'scenarios'));
});
afterEach(() => rm(project, { recursive: true, force: true }));

async function leakTest(scenarios: Record<string, string>, args: string[] = []) {
  for (const [name, options] of Object.entries(scenarios)) {
    const source = options.includes('import ')
      ? options
      : `import { scenario } from 'steadyheap';\nexport default scenario('${name}', ${options});`;
    const file = path.join(project, 'scenarios', `${name}.scenario.ts`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, source);
  }
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const child = spawn(process.execPath, [program, ...args], { cwd: project, env: { ...env, CI: '1' } });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const results = await readFile(path.join(project, 'reports', 'results.json'), 'utf8').catch(() => '{"runs":[]}');
  return { out, err, code, runs: (JSON.parse(results) as ResultFile).runs };
}

const clean = '{ iterations: 20, iterate: (_c, i) => ({ i }) }';
const leaking = '{ iterations: 20, setup: () => [], iterate(rows, i) { rows.push({ i }); } }';

test('each scenario is a test, a leak fails the run with 1, and the result file holds both', async () => {
  const { out, err, code, runs } = await leakTest({ clean, leaking });
  expect(code, out + err).toBe(1);
  expect(runs.map(({ scenario, verdict }) => [scenario, verdict]).sort()).toEqual([
    ['clean', 'clean'],
    ['leaking', 'leak'],
  ]);
  expect(err).toContain('✓ clean: clean');
  expect(out).toContain('FAIL leaking');
  expect(out).toContain('An array grows.');
  const [failed] = runs.filter(({ passed }) => !passed);
  expect(failed?.classes[0]?.allocatedAt).toEqual([`${path.join(project, 'scenarios', 'leaking.scenario.ts')}:2`]);
});

test('scenarios of CommonJS are tests too', async () => {
  const required = (name: string, annotation = '') =>
    `const { scenario } = require('steadyheap'); const { join } = require('node:path');
    module.exports = scenario('${name}', { iterations: 20, iterate: (_c${annotation}, i${annotation}) => ({ path: join('a', String(i)) }) });`;
  await writeFile(path.join(project, 'scenarios', 'common.scenario.cjs'), required('common'));
  await writeFile(path.join(project, 'scenarios', 'typed.scenario.cts'), required('typed', ': any'));
  const { out, err, code, runs } = await leakTest({});
  expect(code, out + err).toBe(0);
  expect(runs.map(({ scenario }) => scenario).toSorted()).toEqual(['common', 'typed']);
});

test('a scenario with legacy decorators runs, and sees nothing of Vitest in its environment', async () => {
  const decorated = `import { scenario } from 'steadyheap';
    function column(_target: object, _key: string) {}
    class User { @column name = 'x'; }
    export default scenario('decorated', { iterations: 20, iterate() {
      if (process.env.VITEST !== undefined || process.env.NODE_ENV === 'test') throw new Error('Vitest is here');
      return new User();
    } });`;
  const { out, err, code } = await leakTest({ decorated });
  expect(code, out + err).toBe(0);
});

test('a wrong file, a wrong field and a filter that fits nothing end with 2 and name the place', async () => {
  const broken = await leakTest({
    broken: "import { scenario } from 'steadyheap';\nthrow new Error('no database\\r\\n::error::x\\u001b[2J');",
  });
  expect(broken).toMatchObject({ code: 2 });
  expect(broken.out).toMatch(/^ERROR scenarios\/broken\.scenario\.ts: no database\nERROR ::error::x\n/m);
  const wrong = await leakTest({ broken: '{ iterate() {}, heep: 1 }' });
  expect(wrong).toMatchObject({ code: 2 });
  expect(wrong.out).toContain('scenarios/broken.scenario.ts: heep is no field of a scenario');
  const none = await leakTest({ broken: clean }, ['nothing-like-it']);
  expect(none).toMatchObject({ code: 2 });
  expect(none.out).toContain('no scenario file has a name that fits');
});

test('--all takes the scenarios of the folders below too, but those the project excepts, in shards if asked', async () => {
  const files = { top: clean, 'large/one': clean, 'large/other': clean, 'planted/leaking': leaking };
  const names = ({ runs }: { runs: { scenario: string }[] }) => runs.map(({ scenario }) => scenario).sort();
  expect(names(await leakTest(files))).toEqual(['top']);
  const all = await leakTest(files, ['--all']);
  expect(all.code, all.out + all.err).toBe(0);
  expect(names(all)).toEqual(['large/one', 'large/other', 'top']);
  expect(names(await leakTest(files, ['large/', '--all']))).toEqual(['large/one', 'large/other']);
  const shards = [await leakTest(files, ['--all', '--shard', '1/2']), await leakTest(files, ['--shard=2/2', '--all'])];
  expect(shards.map(({ runs }) => runs.length).sort()).toEqual([1, 2]);
  expect(shards.flatMap(names).sort()).toEqual(['large/one', 'large/other', 'top']);
});

test('results that cannot be written are shown all the same, and end with 3', async () => {
  await mkdir(path.join(project, 'reports', 'results.json'), { recursive: true });
  const { out, code } = await leakTest({ clean });
  expect(out).toMatch(/^clean +clean /m);
  expect(out).toContain('No results could be written: EISDIR');
  expect(code, out).toBe(3);
});

test('only and skip hold across files and say why', async () => {
  const { err, code, runs } = await leakTest({
    first: "{ iterations: 20, only: 'being written', iterate: (_c, i) => ({ i }) }",
    second: leaking,
    third: "{ skip: 'needs a licence\\n::error::x', iterate() {} }",
  });
  expect(code, err).toBe(0);
  expect(runs.map(({ scenario }) => scenario)).toEqual(['first']);
  expect(err).toContain('- second: skipped: another scenario is to be the only one');
  expect(err).toContain('- third: skipped: needs a licence\\n::error::x\n');
});
