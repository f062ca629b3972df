import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commitsBetween } from './commits-between.ts';
import { preparePackage } from './prepare-package.ts';
import { resolveVersion, versionsOf } from './resolve-version.ts';

let root: string;
let cache: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'steadyheap @root-'));
  cache = mkdtempSync(path.join(tmpdir(), 'steadyheap-cache-'));
  vi.stubEnv('STEADYHEAP_CACHE', cache);
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of [root, cache]) rmSync(folder, { recursive: true, force: true });
});

function write(file: string, content: string | object): void {
  const whole = path.join(root, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, typeof content === 'string' ? content : JSON.stringify(content));
}

function git(...args: string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', ['-C', root, ...who, ...args], { encoding: 'utf8' }).trim();
}

function commit(answer: number): string {
  write('source.cjs', `module.exports = ${answer};`);
  git('add', '.');
  git('commit', '-q', '-m', `Answer ${answer}`);
  return git('rev-parse', 'HEAD');
}

/** A package whose main file exists only once it is built. */
function repository(): void {
  git('init', '-q', '-b', 'main');
  write('package.json', {
    name: 'answer',
    version: '1.2.3',
    main: 'built.cjs',
    scripts: { build: 'node build.cjs' },
    files: ['built.cjs'],
  });
  write('build.cjs', "require('node:fs').copyFileSync('source.cjs', 'built.cjs');");
  write('.gitignore', 'built.cjs');
}

async function resolved(written: string, name = 'answer', onProgress?: (line: string) => void) {
  const request = await resolveVersion(name, written, { root, cwd: root, ...(onProgress ? { onProgress } : {}) });
  const prepared = await preparePackage(request, { root });
  if (prepared.kind !== 'installed') return { version: request.version, content: prepared.entry };
  return { version: request.version, content: createRequire(path.join(prepared.directory, 'x.js'))(name) as unknown };
}

describe('a version of a git repository', () => {
  test('is checked out, built by its own script and installed, once', async () => {
    repository();
    const first = commit(41);
    const second = commit(42);
    git('tag', 'v1', first);
    const lines: string[] = [];
    expect(await resolved('.@v1', 'answer', (line) => lines.push(line))).toEqual({
      version: `1.2.3+v1.${first.slice(0, 7)}`,
      content: 41,
    });
    expect(await resolved('.@main')).toEqual({ version: `1.2.3+main.${second.slice(0, 7)}`, content: 42 });
    expect(await resolved(`.@${first}`, 'answer', (line) => lines.push(line))).toEqual({
      version: `1.2.3+${first.slice(0, 7)}`,
      content: 41,
    });
    expect(lines).toEqual([`building answer at ${first.slice(0, 7)}`]);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('worktree', 'list').split('\n')).toHaveLength(1);
    expect(readdirSync(path.join(cache, 'staging'))).toEqual([]);
  });

  test('whose build fails is told with the file of its output', async () => {
    repository();
    write('build.cjs', 'throw new Error("no compiler")');
    const id = commit(1);
    await expect(resolved('.@main')).rejects.toThrow(
      `Cannot build answer at ${id.slice(0, 7)}: "npm run build" failed; its output is ${cache}`,
    );
    expect(existsSync(path.join(cache, 'commits', id, 'build.log'))).toBe(true);
  });

  test('whose build script is empty is ready as it is, and nothing is installed for it', async () => {
    repository();
    write('package.json', {
      name: 'answer',
      version: '1.2.3',
      main: 'source.cjs',
      scripts: { build: '' },
      devDependencies: { '@steadyheap/no-such-package': '1.0.0' },
    });
    commit(43);
    expect((await resolved('.@main')).content).toBe(43);
  });

  test('whose build is stopped leaves nothing behind, and nothing running', async () => {
    repository();
    const note = path.join(cache, 'pid');
    write(
      'build.cjs',
      `require('node:fs').writeFileSync(${JSON.stringify(note)}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    commit(1);
    const controller = new AbortController();
    const work = resolveVersion('answer', '.@main', { root, cwd: root, signal: controller.signal });
    const pid = await vi.waitFor(() => Number(/^\d+$/.exec(readFileSync(note, 'utf8'))?.[0] ?? expect.fail()), 30_000);
    controller.abort(new Error('stopped by the user'));
    await expect(work).rejects.toThrow('stopped by the user');
    expect(readdirSync(path.join(cache, 'staging'))).toEqual([]);
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 30_000);
  });

  test('that does not exist, or of another package, is told', async () => {
    repository();
    commit(1);
    await expect(resolved('.@gone')).rejects.toThrow('has no commit "gone": give a branch, a tag or a commit of it.');
    await expect(resolved('.@main', 'question')).rejects.toThrow(
      /^\.@main holds no package "question": there is answer\.$/,
    );
    await expect(resolved('./nowhere@main')).rejects.toThrow(
      'There is no "./nowhere@main": expected a tarball, a folder',
    );
  });

  test('leaves out what is not committed, and says so where a name was asked for', async () => {
    repository();
    write('package.json', { name: 'answer', version: '1.2.3', main: 'source.cjs' });
    const id = commit(1);
    const lines: string[] = [];
    const onProgress = (line: string) => lines.push(line);
    await resolveVersion('answer', '.@main', { root, cwd: root, onProgress });
    expect(lines).toEqual([]);
    write('source.cjs', 'module.exports = 2;');
    await resolveVersion('answer', `.@${id}`, { root, cwd: root, onProgress });
    expect(lines).toEqual([]);
    expect((await resolved('.@main', 'answer', onProgress)).content).toBe(1);
    expect(lines).toContain('.@main: what is not committed there is left out');
  });

  test('the commits between two refs are those of the main line, oldest first, whatever the order', async () => {
    repository();
    const ids = [commit(1), commit(2), commit(3)];
    for (const [one, other] of [
      [ids[0], 'main'],
      ['main', ids[0]],
    ] as const) {
      expect(await commitsBetween(root, one as string, other as string)).toEqual(
        ids.map((id, i) => ({ id, subject: `Answer ${i + 1}` })),
      );
    }
    git('checkout', '-q', '--orphan', 'other');
    commit(9);
    await expect(commitsBetween(root, 'main', 'other')).rejects.toThrow(
      'Neither of main and other is an ancestor of the other.',
    );
  });
});

describe('a folder', () => {
  test('is packed as it lies there, and again when it has changed', async () => {
    write('lib/package.json', { name: 'answer', version: '1.2.3', main: 'main.cjs' });
    write('lib/main.cjs', 'module.exports = 1;');
    const first = await resolved('./lib');
    write('lib/main.cjs', 'module.exports = 2;');
    const second = await resolved('./lib');
    expect([first.content, second.content]).toEqual([1, 2]);
    expect(first.version).toMatch(/^1\.2\.3\+[0-9a-f]{7}$/);
    expect(first.version).not.toBe(second.version);
  });

  test('of a workspace is found by the name of its package', async () => {
    write('package.json', { private: true, workspaces: ['packages/*'] });
    write('packages/one/package.json', { name: '@scope/one', version: '1.0.0', main: 'main.cjs' });
    write('packages/one/main.cjs', 'module.exports = "one";');
    expect((await resolved('workspace', '@scope/one')).content).toBe('one');
    await expect(resolved('workspace', '@scope/two')).rejects.toThrow(
      'holds no package "@scope/two": there is @scope/one.',
    );
  });

  test('can be given as a tarball', async () => {
    write('package.json', { name: 'answer', version: '1.2.3', main: 'main.cjs' });
    write('main.cjs', 'module.exports = 3;');
    execFileSync('npm', ['pack', '--silent'], { cwd: root });
    expect((await resolved('answer-1.2.3.tgz')).content).toBe(3);
    await expect(resolved('answer-1.2.3.tgz', 'question')).rejects.toThrow(
      'holds answer, and the scenario is of question.',
    );
    write('torn.tgz', 'no archive');
    await expect(resolved('torn.tgz')).rejects.toThrow('torn.tgz is no package');
  });
});

describe('a version of npm', () => {
  const pick = (written: string) => resolveVersion('is-number', written, { root, cwd: root });

  test('may be exact, a range or a tag, and what was picked is told', async () => {
    const lines: string[] = [];
    const onProgress = (line: string) => lines.push(line);
    expect(await pick('7.0.0')).toEqual({ name: 'is-number', version: '7.0.0' });
    const range = await resolveVersion('is-number', '^6', { root, cwd: root, onProgress });
    expect(range).toEqual({ name: 'is-number', version: '6.0.0' });
    expect(lines).toEqual(['is-number@^6 is 6.0.0']);
    expect((await pick('latest')).version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('that means nothing is told with what there is', async () => {
    await expect(pick('^99')).rejects.toThrow('is-number has no version "^99": the nearest are 5.0.0, 6.0.0, 7.0.0.');
    for (const written of ['newest', 'lastest', '>>1']) {
      await expect(pick(written)).rejects.toThrow(
        `is-number has no version "${written}": that is neither a version, a range nor one of its tags; npm has the tags latest and versions from`,
      );
    }
  });

  test('that is a folder written without its path is told how to be written', async () => {
    mkdirSync(path.join(root, 'my-number'));
    for (const written of ['my-number', 'my-number@v1.0.0']) {
      await expect(pick(written)).rejects.toThrow(
        `is-number has no version "${written}": for the folder of that name here write ./${written}.`,
      );
    }
    await expect(pick('no-number@v1.0.0')).rejects.toThrow('that is neither a version, a range nor one of its tags');
  });

  test('of a package that is not on npm is told what else can be measured', async () => {
    const work = resolveVersion('@steadyheap/no-such-package', '^1', { root, cwd: root });
    await expect(work).rejects.toThrow(
      'There is no package "@steadyheap/no-such-package" on npm; a version of it can be a folder, FOLDER@REF of a git repository, or a tarball.',
    );
  });
});

test('a package written here has the versions of its folders', async () => {
  for (const version of ['1.0.0', '2.0.0', 'fixed'])
    write(`packages-under-test/specimen/${version}/index.ts`, 'export {};');
  const pick = async (written: string) => (await resolveVersion('specimen', written, { root, cwd: root })).version;
  expect(await Promise.all(['fixed', '1.0.0', '^2', 'latest'].map(pick))).toEqual(['fixed', '1.0.0', '2.0.0', '2.0.0']);
  await expect(pick('gone')).rejects.toThrow(
    'specimen has no version "gone": packages-under-test has 1.0.0, 2.0.0, fixed.',
  );
  expect(await versionsOf('specimen', { root })).toEqual(['1.0.0', '2.0.0']);
});
