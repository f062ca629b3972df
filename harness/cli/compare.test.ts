import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Baseline } from '../compare/baseline/baseline.ts';
import type { Bisection } from '../compare/bisect/bisection.ts';
import type { Comparison } from '../compare/comparison.ts';
import { call } from './testing/call.ts';

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
    ['1.1.0', 0],
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

const steadyheap = (...args: string[]) => call(args, { cwd });
const steadyheapIn = (folder: string, ...args: string[]) => call(args, { cwd: folder });

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
      err: expect.stringMatching(/^3\.0\.0 is named 2 times: /),
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

  test('ends with 3 when a version comes to no verdict', async () => {
    const broken = scenarioFile.replace("'sessions',", "'broken',").replace('open(i)', 'shut(i)');
    await writeFile(path.join(cwd, 'scenarios', 'broken.scenario.ts'), broken);
    const { code, out } = await steadyheap('compare', 'broken');
    expect(code).toBe(3);
    expect(out).toMatch(/2\.0\.0 cannot be compared with 1\.0\.0: 1\.0\.0 is (crashed|nothing-measured)\.\n/);
  });

  test('keeps and shows what was measured when a later run cannot be carried out', async () => {
    const gone = path.join(cwd, 'packages-under-test', 'sessions', '4.0.0');
    await mkdir(gone, { recursive: true });
    await writeFile(path.join(gone, 'index.ts'), sessions(0));
    const source = scenarioFile
      .replace("'sessions',", "'vanishing',")
      .replace(
        '({ load }) => load()',
        `({ load }) => { rmSync(${JSON.stringify(gone)}, { recursive: true, force: true }); return load(); }`,
      );
    const file = path.join(cwd, 'scenarios', 'vanishing.scenario.ts');
    await writeFile(file, `import { rmSync } from 'node:fs';\n${source}`);
    const { code, out, err } = await steadyheap('compare', 'vanishing', '1.0.0', '4.0.0', '--out', 'partly');
    expect(code).toBe(2);
    expect(err).toContain('steadyheap: sessions has no version "4.0.0"');
    expect(out).toContain('Not completed: sessions has no version "4.0.0"');
    expect((await json('partly/comparison.json')) as Comparison).toMatchObject({
      passed: false,
      incomplete: expect.stringContaining('4.0.0'),
      columns: [{ label: '1.0.0', verdict: 'clean' }],
    });
  });

  test('shows what was measured when a file cannot be written, and writes the others', async () => {
    const inTheWay = path.join(cwd, 'blocked', 'comparison.json', 'x');
    const source = scenarioFile
      .replace("'sessions',", "'blocking',")
      .replace(
        '({ load }) => load()',
        `({ load }) => { mkdirSync(${JSON.stringify(inTheWay)}, { recursive: true }); return load(); }`,
      );
    const file = path.join(cwd, 'scenarios', 'blocking.scenario.ts');
    await writeFile(file, `import { mkdirSync } from 'node:fs';\n${source}`);
    const { code, out, err } = await steadyheap('compare', 'blocking', '--out', 'blocked', '--markdown', 'b.md');
    expect(code).toBe(3);
    expect(out).toContain('2.0.0 is worse than 1.0.0');
    expect(out).toMatch(/Written: blocked.comparison\.html, b\.md\n/);
    expect(err).toMatch(/blocked.comparison\.json could not be written: EISDIR/);
  });

  test.each([
    [['sessions', '1.0.0'], 'a comparison needs two columns'],
    [['sessions', '--fail-on', 'gauge rows>0'], '--fail-on gauge rows>0: the scenario has no gauge rows; it has none'],
    [['sessions', '--fail-on', 'speed>20%'], '--fail-on speed>20%: two runs of one version differ in speed'],
    [['sessions', '--fail-on', 'memory>20%'], 'there is no metric memory'],
    [['sessions', '--fail-on', ''], 'it holds nothing'],
    [['sessions', '--fail-on', 'worse,,new-class'], 'it holds nothing, or nothing between two commas'],
    [
      ['sessions', '1.0.0', 'gone'],
      'sessions has no version "gone": packages-under-test has 1.0.0, 1.1.0, 2.0.0, 3.0.0.',
    ],
    [['own', '1.0.0', '2.0.0'], "'own code' measures code of its own, which has no version 1.0.0; leave it out"],
    [['.scenario.', '1.0.0', '2.0.0'], /'\.scenario\.' means \d scenarios, and this takes one: .*own, sessions/],
    [['sessions', '--fail-on', 'speed'], '--fail-on speed is no rule'],
  ])('%j is answered with one sentence and 2', async (args, sentence) => {
    const { code, out, err } = await steadyheap('compare', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toContain('…');
  });

  test('a name that is part of another means the scenario of that whole name', async () => {
    const longer = scenarioFile.replace("'sessions',", "'longer',");
    await writeFile(path.join(cwd, 'scenarios', 'sessions.longer.scenario.ts'), longer);
    const { out } = await steadyheap('compare', 'sessions', '1.0.0', '1.0.0');
    await rm(path.join(cwd, 'scenarios', 'sessions.longer.scenario.ts'));
    expect(out).toMatch(/^sessions\n/);
  });
});

describe('bisect', () => {
  /** Five commits, of which the second cannot be built and the fourth leaks. */
  beforeAll(async () => {
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
  });

  test('names the version that introduced the leak', async () => {
    const { code, out, err } = await steadyheap('bisect', 'sessions', '1.0.0', '3.0.0', '--json', 'b.json');
    expect(code, out + err).toBe(0);
    expect(out).toContain('2.0.0 introduced the leak; 1.1.0 is the last before it (4 of 4 tried).');
    expect((await json('b.json')) as Bisection).toMatchObject({
      before: '1.1.0',
      after: '2.0.0',
      between: [],
      change: 'worse',
    });
  });

  test('names the commit that introduced the leak, and leaves out one that cannot be built', async () => {
    const { code, out, err } = await steadyheap('bisect', 'sessions', './repository@main~4', './repository@main');
    expect(code, out + err).toBe(0);
    expect(out).toMatch(/[0-9a-f]{10} "keep them" introduced the leak; [0-9a-f]{10} "three" is the last before it/);
  });

  test.each([
    [['2.0.0', '2.0.0'], '2.0.0 and 2.0.0 are one version; give two'],
    [['./repository@main', '3.0.0'], './repository@main and 3.0.0 have no order to search in: give two versions, or'],
    [['./repository@main', './repository@main~0'], 'main and main~0 are one commit; give two'],
    [['1.0.0', '9.0.0'], 'sessions has no version "9.0.0": packages-under-test has'],
    [['0.1.0', '3.0.0'], 'sessions has no version "0.1.0": packages-under-test has'],
    [['./repository@main~4', './repository@gone'], 'has no commit "gone"'],
  ])('refuses %j once, with 2, before anything is measured', async (ends, sentence) => {
    const { code, out, err } = await steadyheap('bisect', 'sessions', ...ends);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(sentence) });
    expect(err).not.toContain('…');
    expect(err.split(sentence)).toHaveLength(2);
  });

  test('says with 1 that there is nothing to find', async () => {
    const { code, out } = await steadyheap('bisect', 'sessions', '1.0.0', '1.1.0', '--json', 'nothing.json');
    expect(code, out).toBe(1);
    expect(out).toContain('There is nothing to find between 1.0.0 and 1.1.0: both are clean');
    expect(await json('nothing.json')).toMatchObject({ before: null, after: null, change: null, incomplete: null });
  });

  test('leaves what it tried, and not what an earlier one found, when an end cannot be measured', async () => {
    const broken = scenarioFile.replace("'sessions',", "'broken',").replace('open(i)', 'shut(i)');
    await writeFile(path.join(cwd, 'scenarios', 'broken.scenario.ts'), broken);
    await writeFile(path.join(cwd, 'former.json'), '{"summary":"2.0.0 introduced the leak"}');
    const { code, out, err } = await steadyheap('bisect', 'broken', '1.0.0', '3.0.0', '--json', 'former.json');
    expect(code).toBe(3);
    expect(err).toMatch(/1\.0\.0 is (crashed|nothing-measured), and it is an end of the range/);
    expect(out).toContain('Not completed: 1.0.0 is');
    expect((await json('former.json')) as Bisection).toMatchObject({
      before: null,
      incomplete: expect.stringContaining('1.0.0 is'),
      steps: [{ label: '1.0.0', answer: 'unknown' }],
    });
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
    expect(first.out).toMatch(/Baseline: reports.baseline\.json\naccepted \d figures that grow\n/);
    const { runs } = (await json('reports/baseline.json')) as Baseline;
    expect(Object.entries(runs)).toMatchObject([
      ['known · Node 24', { verdict: 'leak', growth: { objects: { value: 2 } } }],
    ]);
    const again = await steadyheap('run', 'known');
    expect(again).toMatchObject({ code: 0, out: expect.not.stringContaining('no entry') });
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

  test('of the whole set, entries of what no longer exists go, and are told', async () => {
    const project = path.join(cwd, 'project');
    await mkdir(path.join(project, 'scenarios', 'more'), { recursive: true });
    const write = (file: string, source: string) => writeFile(path.join(project, 'scenarios', file), source);
    await write('own.scenario.ts', ownCode);
    await write('more/other.scenario.ts', ownCode.replace('own code', 'other'));
    const update = (...words: string[]) => steadyheapIn(project, 'run', ...words, '--update-baseline');
    await update();
    await update('more');
    await write('own.scenario.ts', ownCode.replace('own code', 'own code, renamed'));
    const keys = async () => {
      const text = await readFile(path.join(project, 'reports', 'baseline.json'), 'utf8');
      return Object.keys((JSON.parse(text) as Baseline).runs);
    };
    const renamed = await steadyheapIn(project, 'run', 'own');
    expect(renamed.out).toContain('no entry in reports/baseline.json for: own code, renamed · Node 24\n');
    expect((await update('own')).out).not.toContain('Removed');
    expect(await keys()).toEqual(['other · Node 24', 'own code · Node 24', 'own code, renamed · Node 24']);
    expect((await update()).out).toContain('Removed from it, as they no longer exist:\n  own code · Node 24\n');
    expect(await keys()).toEqual(['other · Node 24', 'own code, renamed · Node 24']);
  });

  test('that cannot be read is told before anything is measured', async () => {
    const project = path.join(cwd, 'project');
    await writeFile(path.join(project, 'reports', 'baseline.json'), '{');
    const { code, out, err } = await steadyheapIn(project, 'run', '--update-baseline');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^steadyheap: .*baseline\.json is not JSON .*\n$/);
  });
});
