import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Baseline } from '../compare/baseline/baseline.ts';
import type { Bisection } from '../compare/bisect/bisection.ts';
import type { Comparison } from '../compare/comparison.ts';
import { main } from './main.ts';

let cwd: string;

const scenarioFile = `import { scenario } from 'steadyheap';
export default scenario('sessions', {
  package: 'sessions',
  versions: ['1.0.0', '2.0.0'],
  iterations: 20,
  setup: ({ load }) => load(),
  iterate: ({ open }, i) => open(i),
});`;
const ownCode = `import { scenario } from 'steadyheap';
export default scenario('own code', { iterations: 20, iterate: (_context, i) => ({ i }) });`;

/** The package at a version that keeps so many sessions for each that is opened. */
const sessions = (kept: number) => `class Session { constructor(readonly id: number) {} }
const all: Session[] = [];
export const open = (id: number) => { const made = new Session(id); for (let i = 0; i < ${kept}; i++) all.push(new Session(id)); return made; };`;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
  vi.stubEnv('STEADYHEAP_CACHE', path.join(cwd, 'cache'));
  await mkdir(path.join(cwd, 'scenarios'));
  await writeFile(path.join(cwd, 'scenarios', 'sessions.scenario.ts'), scenarioFile);
  await writeFile(path.join(cwd, 'scenarios', 'own.scenario.ts'), ownCode);
  for (const [version, kept] of [
    ['1.0.0', 0],
    ['2.0.0', 1],
    ['3.0.0', 2],
  ] as const) {
    const folder = path.join(cwd, 'packages-under-test', 'sessions', version);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'index.ts'), sessions(kept));
  }
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(cwd, { recursive: true, force: true });
});

async function steadyheap(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  let out = '';
  let err = '';
  stdout.on('data', (chunk) => (out += chunk));
  stderr.on('data', (chunk) => (err += chunk));
  const streams = { stdout, stderr } as unknown as { stdout: NodeJS.WriteStream; stderr: NodeJS.WriteStream };
  const code = await main(args, { ...streams, env: {}, cwd, signal: new AbortController().signal });
  return { code, out, err };
}

const json = async (file: string) => JSON.parse(await readFile(path.join(cwd, file), 'utf8')) as unknown;

describe('compare', () => {
  test('ends with 1 when the last version leaks and the first does not, and says why', async () => {
    const { code, out, err } = await steadyheap('compare', 'sessions', '--markdown', 'a.md', '--rounds', '2');
    expect(code, out + err).toBe(1);
    expect(out).toMatch(/2\.0\.0 is worse than 1\.0\.0: it leaks, .*objects from 0\/iteration to 1\/iteration/);
    const comparison = (await json('reports/comparison.json')) as Comparison;
    expect(comparison.columns.map(({ label, verdict, rounds }) => [label, verdict, rounds.length])).toEqual([
      ['1.0.0', 'clean', 2],
      ['2.0.0', 'leak', 2],
    ]);
    expect(comparison.classes).toMatchObject([{ name: 'Session', perIteration: [0, 1], change: 'new' }]);
    expect(await readFile(path.join(cwd, 'a.md'), 'utf8')).toContain('| Session (new) | 0 | 1 |');
  });

  test('ends with 0 for the other way round, and for one version twice', async () => {
    expect(await steadyheap('compare', 'sessions', '2.0.0', '1.0.0')).toMatchObject({
      code: 0,
      out: expect.stringContaining('1.0.0 is better than 2.0.0: it no longer leaks'),
    });
    expect(
      await steadyheap('compare', 'sessions', '3.0.0', 'sessions@3.0.0', '--fail-on', 'worse,new-class,heap>0 B'),
    ).toMatchObject({
      code: 0,
      out: expect.stringContaining('differ by no more than two runs of one version do'),
    });
  });

  test('judges by the rules it is given', async () => {
    const leaner = await steadyheap('compare', 'sessions', '2.0.0', '3.0.0', '--fail-on', 'new-class,heap>300%');
    expect(leaner.code, leaner.out).toBe(0);
    expect(await steadyheap('compare', 'sessions', '2.0.0', '3.0.0', '--fail-on', 'objects>10%')).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'FAIL objects>10%: objects went from 1/iteration to 2/iteration, more than 10 % apart',
      ),
    });
  });

  test.each([
    [['sessions', '1.0.0'], 'a comparison needs two columns'],
    [['sessions', '1.0.0', 'gone'], 'sessions has no version "gone": packages-under-test has 1.0.0, 2.0.0, 3.0.0.'],
    [['own', '1.0.0', '2.0.0'], "'own code' measures code of its own, which has no version 1.0.0; leave it out"],
    [['s', '1.0.0', '2.0.0'], "'s' means 2 scenarios, and this takes one"],
    [['sessions', '--fail-on', 'speed'], '--fail-on speed is no rule'],
  ])('%j is answered with one sentence and 2', async (args, sentence) => {
    const { code, out, err } = await steadyheap('compare', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });
});

describe('bisect', () => {
  test('names the version that introduced the leak', async () => {
    const { code, out, err } = await steadyheap('bisect', 'sessions', '1.0.0', '3.0.0', '--json', 'b.json');
    expect(code, out + err).toBe(0);
    expect(out).toContain('2.0.0 introduced the leak; 1.0.0 is the last before it (3 of 3 tried).');
    expect((await json('b.json')) as Bisection).toMatchObject({
      before: '1.0.0',
      after: '2.0.0',
      between: [],
      change: 'worse',
    });
  });

  test('names the commit that introduced the leak, and leaves out one that cannot be built', async () => {
    const folder = path.join(cwd, 'repository');
    await mkdir(folder);
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        encoding: 'utf8',
      });
    git('init', '-q', '-b', 'main');
    const commit = async (subject: string, main: string, build = 'true') => {
      const manifest = { name: 'sessions', version: '1.0.0', main: 'main.cjs', scripts: { build } };
      await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
      await writeFile(path.join(folder, 'main.cjs'), main);
      git('add', '.');
      git('commit', '-q', '-m', subject);
    };
    const open = (keep: string) =>
      `const all = []; class Session {} exports.open = () => { const made = new Session(); ${keep} return made; };`;
    await commit('one', open(''));
    await commit('broken', open('/* later */'), 'false');
    await commit('three', open('/* still none */'));
    await commit('keep them', open('all.push(made);'));
    await commit('five', open('all.push(made); /* all of them */'));
    const { code, out, err } = await steadyheap('bisect', 'sessions', './repository@main~4', './repository@main');
    expect(code, out + err).toBe(0);
    expect(out).toMatch(/[0-9a-f]{10} "keep them" introduced the leak; [0-9a-f]{10} "three" is the last before it/);
  });

  test('refuses ends that do not differ, with 2, and ends that cannot be measured, with 3', async () => {
    expect(await steadyheap('bisect', 'sessions', '2.0.0', '2.0.0')).toMatchObject({
      code: 2,
      err: 'steadyheap: 2.0.0 and 2.0.0 are one version; give two\n',
    });
    await writeFile(
      path.join(cwd, 'scenarios', 'broken.scenario.ts'),
      scenarioFile.replace("'sessions',", "'broken',").replace('open(i)', 'shut(i)'),
    );
    const { code, err } = await steadyheap('bisect', 'broken', '1.0.0', '3.0.0');
    expect(code).toBe(3);
    expect(err).toMatch(/1\.0\.0 is (crashed|nothing-measured), and it is an end of the range/);
  });
});

describe('the baseline', () => {
  test('a leak that is accepted passes only as it was: more of it fails, less of it is offered', async () => {
    const file = path.join(cwd, 'scenarios', 'known.scenario.ts');
    const grow = (rows: number) =>
      writeFile(
        file,
        `import { scenario } from 'steadyheap';
class Row { constructor(readonly i: number) {} }
export default scenario('known', {
  iterations: 20,
  setup: () => ({ rows: [] as Row[] }),
  iterate({ rows }, i) { for (let k = 0; k < ${rows}; k++) rows.push(new Row(i)); },
  known: [{ class: 'Row', reason: 'to be mended' }],
});`,
      );
    await grow(2);
    const first = await steadyheap('run', 'known', '--update-baseline');
    expect(first.code, first.out).toBe(0);
    const { runs } = (await json('reports/baseline.json')) as Baseline;
    expect(Object.entries(runs)).toMatchObject([
      ['known · Node 24', { verdict: 'leak', growth: { objects: { value: 2 } } }],
    ]);
    expect((await steadyheap('run', 'known')).code).toBe(0);
    await grow(3);
    expect(await steadyheap('run', 'known')).toMatchObject({
      code: 1,
      out: expect.stringContaining('objects from 2/iteration to 3/iteration'),
    });
    await grow(1);
    expect(await steadyheap('run', 'known')).toMatchObject({
      code: 0,
      out: expect.stringContaining('steadyheap run --update-baseline keeps it that way.'),
    });
  });
});
