import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultFile } from '../run/result.ts';
import { call } from './testing/call.ts';

let cwd: string;

const clean =
  "import { scenario } from 'steadyheap';\nexport default scenario('clean', { iterate: (_c, i) => ({ i }) });";
const leaking = `import { scenario } from 'steadyheap';
class Row { constructor(readonly i: number) {} }
export default scenario('leaking', {
  iterations: 20,
  setup: () => ({ rows: ((globalThis as { kept?: Row[] }).kept = [] as Row[]) }),
  iterate({ rows }, i) { rows.push(new Row(i)); },
});`;
const dying = `import { scenario } from 'steadyheap';
export default scenario('dying', { iterate(_c, i) { console.log('iteration', i); if (i === 160) process.abort(); return {}; } });`;
const unsettled = `import { scenario } from 'steadyheap';
export default scenario('unsettled', { iterate: () => new Promise(() => {}) });`;
const hanging = `import { scenario } from 'steadyheap';
export default scenario('hanging', { timeout: '1 s', iterate(_c, i) { while (i > 30); return {}; } });`;
const skipped = `import { scenario } from 'steadyheap';
export default scenario('skipped', { skip: 'needs a licence', iterate() {} });`;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
  await mkdir(path.join(cwd, 'scenarios'));
  const files = { clean, leaking, dying, hanging, unsettled, skipped };
  for (const [name, source] of Object.entries(files)) {
    await writeFile(path.join(cwd, 'scenarios', `${name}.scenario.ts`), source);
  }
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const steadyheap = (args: string[]) => call(args, { cwd });

const resultsIn = async (file: string) => JSON.parse(await readFile(path.join(cwd, file), 'utf8')) as ResultFile;

describe('help and wrong requests', () => {
  test('help names the commands and the exit codes, and ends with 0', async () => {
    const { code, out } = await steadyheap(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('run [options] [scenarios...]');
    expect(out).toContain('Exit codes: 0 all passed, 1 a threshold failed');
  });

  test.each([
    [['walk'], "unknown command 'walk'"],
    [['run', '--fast'], "unknown option '--fast'"],
    [['run', 'gone'], "'gone' is neither a file nor part of a scenario's name; there are clean, dying, hanging"],
    [
      ['run', './scenarios'],
      'is a folder; name the file of a scenario: the scenarios in it are clean.scenario.ts, dying',
    ],
    [['explain', '.'], 'is a folder; name the file of a scenario: there is no scenario in it'],
    [['report', 'scenarios'], 'scenarios is a folder; name a file of results, as scenarios/results.json'],
    [['run', 'clean', '--iterations', '2'], 'it is a whole number of at least 8'],
    [['report', 'gone.json'], 'gone.json cannot be read (ENOENT); steadyheap run writes reports/results.json'],
    [['report', 'scenarios/clean.scenario.ts'], 'scenarios/clean.scenario.ts is not JSON: '],
    [['run', 'clean', '--repeat', 'often'], 'it is a whole number of at least 1'],
    [['run', 'clean', '--package', 'lru-cache'], 'names no version; write NAME@VERSION'],
    [['run', 'clean', '--package', 'lru-cache@7.8.0'], 'none of the scenarios asked for is of that package'],
    [['run', 'clean', '--node', 'latest'], '--node latest is not a version of Node; write 22 or 22.18.0'],
    [['run', 'clean', '--node', '7'], '--node 7 cannot be measured; Node 20 and later can'],
    [['run', 'clean', '--node', 'v18.20.8'], '--node v18.20.8 cannot be measured; Node 20 and later can'],
  ])('%j is answered with one sentence and 2', async (args, sentence) => {
    const { code, err, out } = await steadyheap(args);
    expect(err).toContain(sentence);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('runs', () => {
  test('a clean scenario ends with 0, a table and a result file', async () => {
    const { code, out, err } = await steadyheap(['run', 'clean', '--out', 'a']);
    expect(code, out + err).toBe(0);
    expect(out).toMatch(/^clean +clean +0 B +▁{8} +0 /m);
    expect(await readFile(path.join(cwd, 'a/report.html'), 'utf8')).toContain('<title>steadyheap report</title>');
    expect(out).toContain('1 run: 1 passed, 0 failed');
    expect(err).toMatch(/^✓ clean: clean 0 B\/iteration/m);
    const results = await resultsIn('a/results.json');
    expect(results).toMatchObject({ schema: 1, runs: [{ scenario: 'clean', file: 'scenarios/clean.scenario.ts' }] });
    expect(results.runs[0]).toMatchObject({
      package: null,
      mode: 'exact',
      iterations: 100,
      verdict: 'clean',
      passed: true,
    });
  });

  test('a leaking one ends with 1 and says class, rate and retainer', async () => {
    const { code, out } = await steadyheap(['run', 'leaking', '--json', 'b.json']);
    expect(code).toBe(1);
    expect(out).toContain('FAIL leaking');
    expect(out).toMatch(/Row by 1.*kept by global\.kept ▸/);
    const [run] = (await resultsIn('b.json')).runs;
    expect(run?.memlab.clusters.map(({ path }) => path.at(-1))).toEqual([expect.stringMatching(/: Row$/)]);
    expect(run?.memlab.survivors).toBe(run?.classes[0]?.count);
  });

  test('a dying one ends with 3, keeps what it has printed, and the others are measured all the same', async () => {
    const { code, out } = await steadyheap(['run', 'dying', 'clean', '--out', 'c']);
    expect(code).toBe(3);
    expect(out).toContain('SIGABRT');
    const { runs } = await resultsIn('c/results.json');
    expect(runs.map(({ verdict }) => verdict)).toEqual(['crashed', 'clean']);
    expect(runs[0]?.samples.length).toBeGreaterThan(3);
    expect(await readFile(path.join(cwd, runs[0]?.log ?? ''), 'utf8')).toContain('iteration 160');
  });

  test('reports are made of what was measured before, and of several files at once', async () => {
    const files = ['a/results.json', 'c/results.json'];
    const { code, out } = await steadyheap([
      'report',
      ...files,
      '--junit',
      'r.xml',
      '--sarif',
      'r.sarif',
      '--markdown',
      'r.md',
    ]);
    expect({ code, out }).toEqual({ code: 0, out: 'r.xml\nr.md\nr.sarif\n' });
    expect(await readFile(path.join(cwd, 'r.xml'), 'utf8')).toContain('tests="3" failures="0" errors="1"');
    expect(await readFile(path.join(cwd, 'r.md'), 'utf8')).toContain('3 runs: 2 passed, 1 failed');
    expect(JSON.parse(await readFile(path.join(cwd, 'r.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
  });

  test('a hanging one and one whose promise never settles end with 3 and a reason', async () => {
    const { code, out } = await steadyheap(['run', 'hanging', 'unsettled']);
    expect(code).toBe(3);
    expect(out).toContain('Timed out after 1 s');
    expect(out).toContain('Failed during iteration 0: nothing is left that could settle its promise.');
  });

  test('a skipped one says why', async () => {
    const { code, err } = await steadyheap(['run', 'skipped']);
    expect({ code, err }).toEqual({ code: 0, err: 'skipped skipped: needs a licence\n' });
  });

  test('nothing in a name, a reason or an error of a scenario begins a line or steers the terminal', async () => {
    const folder = path.join(cwd, 'steering');
    await mkdir(folder);
    const text = String.raw`\u001b[31m\r\n::error::x`;
    const write = (name: string, source: string) =>
      writeFile(path.join(folder, `${name}.ts`), `import { scenario } from 'steadyheap';\n${source}`);
    await write('skipped', `export default scenario('a${text}', { skip: 'b${text}', iterate() {} });`);
    expect(await call(['run', './skipped.ts'], { cwd: folder })).toMatchObject({
      code: 0,
      err: 'skipped a\\r\\n::error::x: b\\r\\n::error::x\n',
    });
    await write('throwing', `throw new Error('c${text}');`);
    const { code, err } = await call(['run', './throwing.ts'], { cwd: folder });
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/^steadyheap: .*throwing\.ts: c\nsteadyheap: ::error::x\n$/),
    });
  });

  test('--jit judges by the census', async () => {
    expect((await steadyheap(['run', 'leaking', '--jit', '--out', 'd'])).code).toBe(1);
    expect((await resultsIn('d/results.json')).runs[0]).toMatchObject({
      mode: 'jit',
      flags: [],
      growth: { objects: 1 },
    });
  });

  test('that another run has written the same file in the meantime is told, and an earlier one is not', async () => {
    const file = path.join(cwd, 'shared', 'results.json');
    const words = ['run', 'clean', '--out', 'shared'];
    expect((await steadyheap(words)).out).not.toContain('meanwhile');
    expect((await steadyheap(words)).out).not.toContain('meanwhile');
    const onError = () => writeFileSync(file, '{}');
    expect(await call(words, { cwd, onError })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Another run has written shared/results.json meanwhile'),
    });
  });

  test('results that cannot be written any more are shown all the same, and end with 3', async () => {
    const onError = () => mkdirSync(path.join(cwd, 'lost', 'results.json'), { recursive: true });
    const { code, out } = await call(['run', 'clean', '--out', 'lost'], { cwd, onError });
    expect(out).toMatch(/^clean +clean /m);
    expect(out).toContain('No results could be written: EISDIR');
    expect({ code, report: existsSync(path.join(cwd, 'lost', 'report.html')) }).toEqual({ code: 3, report: true });
  });

  test('an interrupted run ends with 130 and leaves no subject behind', async () => {
    const controller = new AbortController();
    // As soon as it is said that it runs: how long it takes to come so far depends on the machine.
    const interrupt = { signal: controller.signal, onError: () => controller.abort() };
    const { code, err } = await call(['run', 'hanging'], { cwd, ...interrupt });
    expect({ code, err }).toEqual({ code: 130, err: '[0/1] hanging …\nInterrupted.\n' });
  });
});
