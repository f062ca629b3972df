import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { InstallError, PackageError } from './errors.ts';
import { preparePackage } from './prepare-package.ts';
import { withStagingFolder } from './staging.ts';

let root: string;
let cache: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steadyheap-root-'));
  cache = mkdtempSync(join(tmpdir(), 'steadyheap-cache-'));
  vi.stubEnv('STEADYHEAP_CACHE', cache);
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of [root, cache]) rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: string | object): void {
  const file = join(root, 'packages-under-test', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

/** An entry whose lockfile was made by npm itself for a version of is-number, a package of one file. */
function lockIsNumber(path: string, version = '7.0.0'): void {
  const integrity = 'sha512-41Cifkg6e8TylSpdtTpeLVMqvSBEVzTttHvERD741+pnZ8ANv0004MRL43QKPDlK9cGvNp6NZWZUBlbGXYxxng==';
  write(`${path}/package.json`, { private: true, dependencies: { 'is-number': version } });
  write(`${path}/package-lock.json`, {
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { dependencies: { 'is-number': version } },
      'node_modules/is-number': { version: '7.0.0', integrity, engines: { node: '>=0.12.0' } },
    },
  });
}

async function messageOf(work: Promise<unknown>, type: new () => Error): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(type);
  return (error as Error).message;
}

const leftovers = () => (existsSync(join(cache, 'staging')) ? readdirSync(join(cache, 'staging')) : []);

describe('a package that is there', () => {
  test('a specimen is its index.ts, and nothing is installed', async () => {
    write('threading/leaky/index.ts', 'export {};');
    const prepared = await preparePackage({ name: 'threading', version: 'leaky' }, { root });
    expect(prepared).toEqual({
      kind: 'specimen',
      name: 'threading',
      version: 'leaky',
      entry: join(root, 'packages-under-test/threading/leaky/index.ts'),
    });
    expect(readdirSync(cache)).toEqual([]);
  });

  test('a lockfile entry is installed once and then found without npm', async () => {
    lockIsNumber('is-number/7.0.0+variant');
    const progress: string[] = [];
    const request = { name: 'is-number', version: '7.0.0+variant' };
    const onProgress = (line: string) => progress.push(line);
    const first = await preparePackage(request, { root, onProgress });
    vi.stubEnv('PATH', '');
    const second = await preparePackage(request, { root, onProgress });
    expect(second).toEqual(first);
    expect(progress).toEqual(['installing is-number@7.0.0+variant']);
    const { directory } = first as { directory: string };
    expect(JSON.parse(readFileSync(join(directory, 'node_modules/is-number/package.json'), 'utf8')).version).toBe(
      '7.0.0',
    );
    expect(leftovers()).toEqual([]);
  });

  test('a plain version without a folder comes from npm', async () => {
    const prepared = await preparePackage({ name: 'is-number', version: '6.0.0' }, { root });
    const { directory } = prepared as { directory: string };
    expect(existsSync(join(directory, 'node_modules/is-number/index.js'))).toBe(true);
  });

  test('a changed lockfile is another installation', async () => {
    lockIsNumber('is-number/7.0.0');
    const before = await preparePackage({ name: 'is-number', version: '7.0.0' }, { root });
    write('is-number/7.0.0/package.json', { private: true, description: 'x', dependencies: { 'is-number': '7.0.0' } });
    expect(await preparePackage({ name: 'is-number', version: '7.0.0' }, { root })).not.toEqual(before);
  });

  test('a damaged installation is made anew', async () => {
    lockIsNumber('is-number/7.0.0');
    const request = { name: 'is-number', version: '7.0.0' };
    const { directory } = (await preparePackage(request, { root })) as { directory: string };
    rmSync(join(directory, 'node_modules/is-number'), { recursive: true });
    expect(await preparePackage(request, { root })).toMatchObject({ directory });
    expect(existsSync(join(directory, 'node_modules/is-number/index.js'))).toBe(true);
  });

  test('two installations at once end in the same folder', async () => {
    lockIsNumber('is-number/7.0.0');
    const request = { name: 'is-number', version: '7.0.0' };
    const [one, two] = await Promise.all([preparePackage(request, { root }), preparePackage(request, { root })]);
    expect(one).toEqual(two);
    expect(leftovers()).toEqual([]);
  });
});

describe('install scripts', () => {
  const manifest = { name: 'scripted', version: '1.0.0', scripts: { install: 'node install.cjs' } };

  async function prepareScripted(allowScripts: Record<string, boolean>): Promise<string> {
    write('scripted/1.0.0/local/package.json', manifest);
    write('scripted/1.0.0/local/install.cjs', "require('node:fs').writeFileSync('ran', '')");
    write('scripted/1.0.0/package.json', {
      private: true,
      dependencies: { scripted: 'file:./local' },
      allowScripts,
    });
    write('scripted/1.0.0/package-lock.json', {
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': { dependencies: { scripted: 'file:./local' } },
        local: { name: 'scripted', version: '1.0.0', hasInstallScript: true },
        'node_modules/scripted': { resolved: 'local', link: true },
      },
    });
    const prepared = await preparePackage({ name: 'scripted', version: '1.0.0' }, { root });
    return (prepared as { directory: string }).directory;
  }

  test('do not run by themselves', async () => {
    const directory = await prepareScripted({ scripted: false });
    expect(existsSync(join(directory, 'node_modules/scripted/ran'))).toBe(false);
  });

  test('run for a package that the entry allows', async () => {
    const directory = await prepareScripted({ scripted: true });
    expect(existsSync(join(directory, 'node_modules/scripted/ran'))).toBe(true);
  });
});

describe('a wrong request gets one sentence', () => {
  test.each([
    ['../up', '1.0.0', '"../up" is not a package name: expected one like "async-mutex" or "@scope/name".'],
    [
      'is-number',
      '../7',
      '"../7" is not a version of is-number: expected one exact version like "1.2.3" or the name of a folder in packages-under-test/is-number.',
    ],
    ['is-number', 'latest', 'is-number has no version "latest": expected one exact version of npm, like "1.2.3".'],
    ['is-number', '5.1.0', 'is-number has no version 5.1.0 on npm; the nearest are 3.0.0, 4.0.0, 5.0.0, 6.0.0, 7.0.0.'],
  ])('%s@%s', async (name, version, message) => {
    expect(await messageOf(preparePackage({ name, version }, { root }), PackageError)).toBe(message);
  });

  test('an unknown version of a specimen names the ones that exist and does not ask npm', async () => {
    write('is-number/leaky/index.ts', '');
    write('is-number/fixed/index.ts', '');
    const work = preparePackage({ name: 'is-number', version: '7.0.0' }, { root });
    expect(await messageOf(work, PackageError)).toBe(
      'is-number has no version "7.0.0": packages-under-test has fixed, leaky.',
    );
  });

  test('an unknown package says what else can be measured, and names those of packages-under-test when they are few', async () => {
    const sentence =
      'There is no package "@steadyheap/no-such-package" on npm; a version of it can be a folder, FOLDER@REF of a git repository, or a tarball';
    write('threading/leaky/index.ts', '');
    write('@scope/inner/1.0.0/package-lock.json', {});
    const work = preparePackage({ name: '@steadyheap/no-such-package', version: '1.0.0' }, { root });
    expect(await messageOf(work, PackageError)).toBe(`${sentence}; packages-under-test has @scope/inner, threading.`);
    for (let i = 0; i < 7; i++) write(`more-${i}/leaky/index.ts`, '');
    const again = preparePackage({ name: '@steadyheap/no-such-package', version: '1.0.0' }, { root });
    expect(await messageOf(again, PackageError)).toBe(`${sentence}.`);
  });

  test('a folder without a lockfile says how to make one', async () => {
    write('is-number/7.0.0/package.json', {});
    const work = preparePackage({ name: 'is-number', version: '7.0.0' }, { root });
    expect(await messageOf(work, PackageError)).toBe(
      'packages-under-test/is-number/7.0.0 has no package-lock.json: run "npm install --package-lock-only" there.',
    );
  });

  test('a lockfile that does not match its package.json is said to', async () => {
    lockIsNumber('is-number/7.0.0', '6.0.0');
    const work = preparePackage({ name: 'is-number', version: '7.0.0' }, { root });
    expect(await messageOf(work, PackageError)).toMatch(/package-lock.json does not match its package.json; run "npm/);
  });

  test('a folder that installs another version than its name is said to', async () => {
    lockIsNumber('is-number/6.0.0');
    const work = preparePackage({ name: 'is-number', version: '6.0.0' }, { root });
    expect(await messageOf(work, PackageError)).toBe(
      'packages-under-test/is-number/6.0.0 installs 7.0.0 is-number: expected 6.0.0; correct its package.json.',
    );
  });
});

describe('a machine that cannot install gets one sentence', () => {
  test('no network', async () => {
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
    vi.stubEnv('npm_config_cache', join(cache, 'npm'));
    const work = preparePackage({ name: 'is-number', version: '7.0.0' }, { root });
    expect(await messageOf(work, InstallError)).toBe(
      'Cannot install is-number@7.0.0: the npm registry does not answer (ECONNREFUSED); check the network.',
    );
    expect(leftovers()).toEqual([]);
  });

  test('no npm', async () => {
    vi.stubEnv('PATH', cache);
    const work = preparePackage({ name: 'is-number', version: '7.0.0' }, { root });
    expect(await messageOf(work, InstallError)).toBe('npm was not found on PATH: install Node.js with npm.');
  });

  test('a cache folder that cannot be written', async () => {
    writeFileSync(join(root, 'file'), '');
    vi.stubEnv('STEADYHEAP_CACHE', join(root, 'file'));
    const work = preparePackage({ name: 'is-number', version: '7.0.0' }, { root });
    expect(await messageOf(work, InstallError)).toMatch(/the cache folder is not writable .*STEADYHEAP_CACHE/);
  });
});

test.skipIf(process.platform === 'win32')('an installation with a file that could not be written fails', async () => {
  const request = { name: 'is-number', version: '7.0.0' };
  await preparePackage(request, { root }); // so that npm's own cache has it
  const script = `
    const { preparePackage } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))});
    await preparePackage({ name: 'is-number', version: '7.0.0' }, { root: ${JSON.stringify(root)} })
      .then(() => 'installed', (error) => error.message)
      .then((outcome) => console.log(outcome));`;
  vi.stubEnv('STEADYHEAP_CACHE', join(cache, 'limited'));
  // No file may be longer than 8 blocks: the package's README, of 9 kB, cannot be written.
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    'ulimit -f 8; exec "$0" --input-type=module -e "$1"',
    process.execPath,
    script,
  ]);
  expect(stdout).toMatch(/^Cannot install is-number@7.0.0: npm failed with EFBIG/);
  expect(existsSync(join(cache, 'limited/packages'))).toBe(false);
});

describe('an installation that is cut short leaves nothing behind', () => {
  test('after an abort', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by the user');
    const onProgress = () => setImmediate(() => controller.abort(reason));
    const work = preparePackage(
      { name: 'is-number', version: '7.0.0' },
      { root, onProgress, signal: controller.signal },
    );
    await expect(work).rejects.toBe(reason);
    expect(leftovers()).toEqual([]);
  });

  test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGKILL'] as const)('after %s', async (signal) => {
    const script = `
      const { preparePackage } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))});
      await preparePackage({ name: 'is-number', version: '7.0.0' },
        { root: ${JSON.stringify(root)}, onProgress: () => setImmediate(() => console.log('installing')) });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill(signal);
    const [, endedBy] = await once(child, 'exit');
    expect(endedBy).toBe(signal);
    if (signal === 'SIGINT') return expect(leftovers()).toEqual([]);
    // Its npm lives on, and may write until it has ended.
    await vi.waitFor(
      async () => {
        await withStagingFolder(cache, async () => {});
        expect(leftovers()).toEqual([]);
      },
      { timeout: 60_000, interval: 500 },
    );
  });
});
