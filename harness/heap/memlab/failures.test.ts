import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pidtree from 'pidtree';
import { expect, onTestFinished, test } from 'vitest';
import { plantedTriple, temporaryFolder } from './fixtures/triple.ts';
import { MemlabError, runMemlab } from './index.ts';

const module = new URL('./index.ts', import.meta.url).href;

/** Sends temporary files and the home folder of this process and its children to a folder, to see what is left there. */
async function watchedFolder(): Promise<() => Promise<string[]>> {
  const folder = await temporaryFolder();
  await Promise.all(['tmp', 'home'].map((name) => mkdir(join(folder, name))));
  const { TMPDIR, HOME } = process.env;
  Object.assign(process.env, { TMPDIR: join(folder, 'tmp'), HOME: join(folder, 'home') });
  onTestFinished(() => {
    for (const [name, value] of Object.entries({ TMPDIR, HOME })) {
      if (value === undefined) {
        delete process.env[name];
      } else {
        process.env[name] = value;
      }
    }
  });
  return async () => [...(await readdir(join(folder, 'tmp'))), ...(await readdir(join(folder, 'home')))];
}

async function failure(run: Promise<unknown>): Promise<string> {
  const error = await run.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(MemlabError);
  return (error as MemlabError).message;
}

/** The process of memlab among this process's descendants, once it works. */
async function memlabProcess(root = process.pid): Promise<number> {
  for (;;) {
    for (const pid of await pidtree(root)) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (command.includes('memlab/child.ts')) {
        return pid;
      }
    }
    await delay(5);
  }
}

test('a whole analysis prints nothing and leaves nothing behind', async () => {
  const triple = await plantedTriple('instances', 'leaky');
  const left = await watchedFolder();
  const request = JSON.stringify({ ...triple, classes: ['Leaky'] });
  const code = `import { runMemlab } from '${module}'; process.exitCode = (await runMemlab(${request})).survivors;`;
  const error = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]).catch((e) => e);
  expect(error).toMatchObject({ code: 50, stdout: '', stderr: '' });
  expect(await left()).toEqual([]);
});

test.each(['baseline', 'target', 'final'] as const)('a missing %s snapshot is named', async (role) => {
  const triple = await plantedTriple('instances', 'leaky');
  const left = await watchedFolder();
  const missing = `${triple[role]}.not`;
  expect(await failure(runMemlab({ ...triple, [role]: missing, classes: ['Leaky'] }))).toBe(
    `The ${role} snapshot ${missing} does not exist; memlab needs a .heapsnapshot file there.`,
  );
  expect(await left()).toEqual([]);
});

test.each(['baseline', 'target', 'final'] as const)('a truncated %s snapshot is named', async (role) => {
  const triple = await plantedTriple('instances', 'leaky');
  const left = await watchedFolder();
  const half = Math.floor((await stat(triple[role])).size / 2);
  await truncate(triple[role], half);
  expect(await failure(runMemlab({ ...triple, classes: ['Leaky'] }))).toBe(
    `The ${role} snapshot ${triple[role]} is truncated after ${half} bytes: a whole one ends with "]}".`,
  );
  expect(await left()).toEqual([]);
});

test('a file that is no snapshot is named', async () => {
  const triple = await plantedTriple('instances', 'leaky');
  const other = join(await temporaryFolder(), 'other.heapsnapshot');
  for (const content of ['', '{"a":[1]}', '{"snapshot":{"meta":1},"nodes":[]}']) {
    await writeFile(other, content);
    expect(await failure(runMemlab({ ...triple, target: other, classes: ['Leaky'] }))).toMatch(
      `The target snapshot ${other} does not begin like a .heapsnapshot file`,
    );
  }
  const folder = await temporaryFolder();
  expect(await failure(runMemlab({ ...triple, final: folder, classes: ['Leaky'] }))).toBe(
    `The final snapshot ${folder} is not a file; memlab needs a .heapsnapshot file there.`,
  );
});

test('a snapshot that memlab cannot parse is named with its complaint', async () => {
  const triple = await plantedTriple('instances', 'leaky');
  const text = await readFile(triple.final, 'utf8');
  await writeFile(triple.final, text.replace('"strings":[', '"strings":[?'));
  expect(await failure(runMemlab({ ...triple, classes: ['Leaky'] }))).toMatch(
    `memlab cannot analyse ${triple.baseline}, ${triple.target} and ${triple.final}: Error parsing heap snapshot`,
  );
});

test.each(['baseline', 'target', 'final'] as const)('a %s snapshot that lost nodes is named', async (role) => {
  const triple = await plantedTriple('instances', 'leaky');
  const damaged = join(await temporaryFolder(), 'damaged.heapsnapshot');
  const text = await readFile(triple[role], 'utf8');
  const [before, after] = [/"nodes":\[(\d+,){5999}\d+/.exec(text), /\],\s*"edges":/.exec(text)];
  await writeFile(damaged, `${text.slice(0, before?.index)}${before?.[0]}${text.slice(after?.index)}`);
  const message = await failure(runMemlab({ ...triple, [role]: damaged, classes: ['Leaky'] }));
  expect(message).toContain(`The ${role} snapshot ${damaged}`);
  expect(message).toMatch(/is damaged: it announces \d+ nodes and holds 1000\.$/);
});

test('an abort before the start, and one in the middle, end the analysis and leave nothing', async () => {
  const triple = await plantedTriple('instances', 'leaky', 40_000);
  const left = await watchedFolder();
  const message = `The memlab analysis of ${triple.target} was aborted.`;
  const early = runMemlab({ ...triple, classes: ['Leaky'] }, { signal: AbortSignal.abort() });
  expect(await failure(early)).toBe(message);

  const controller = new AbortController();
  const running = runMemlab({ ...triple, classes: ['Leaky'] }, { signal: controller.signal });
  const failed = failure(running);
  const pid = await memlabProcess();
  controller.abort();
  expect(await failed).toBe(message);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(await left()).toEqual([]);
});

test('a time-out ends the analysis and leaves nothing', async () => {
  const triple = await plantedTriple('instances', 'leaky');
  const left = await watchedFolder();
  expect(await failure(runMemlab({ ...triple, classes: ['Leaky'] }, { timeoutMs: 100 }))).toBe(
    `memlab did not finish within 100 ms on ${triple.target}; give it more time.`,
  );
  expect(await left()).toEqual([]);
});

test('a crash of the process is told, leaves nothing, and does not disturb a parallel analysis', async () => {
  const triple = await plantedTriple('instances', 'leaky', 40_000);
  const left = await watchedFolder();
  const crashing = failure(runMemlab({ ...triple, classes: ['Leaky'] }));
  process.kill(await memlabProcess(), 'SIGKILL');
  const parallel = runMemlab({ ...triple, classes: ['Leaky'] });
  expect(await crashing).toBe(`memlab's process was killed by SIGKILL on ${triple.target} before it answered.`);
  expect(await parallel).toMatchObject({ survivors: 40_000 });
  expect(await left()).toEqual([]);
});

test.each([
  { stop: 'the calling process is killed', group: 1, signal: 'SIGKILL' },
  { stop: 'its process group is interrupted', group: -1, signal: 'SIGINT' },
])('when $stop, memlab ends and clears its folder', async ({ group, signal }) => {
  const triple = await plantedTriple('instances', 'leaky', 40_000);
  const left = await watchedFolder();
  const request = JSON.stringify({ ...triple, classes: ['Leaky'] });
  const code = `import { runMemlab } from '${module}'; await runMemlab(${request});`;
  const caller = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore', detached: true });
  const exit = once(caller, 'exit');
  const pid = await memlabProcess(caller.pid);
  process.kill(group * (caller.pid ?? 0), signal);
  await exit;
  // A process that has ended has no command line any more, reaped by its new parent or not.
  const command = () => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  await expect.poll(async () => [await left(), await command()], { timeout: 60_000 }).toEqual([[], '']);
});

test('the snapshots themselves stay as they were', async () => {
  const triple = await plantedTriple('instances', 'leaky');
  const copy = join(await temporaryFolder(), 'copy');
  await copyFile(triple.final, copy);
  await runMemlab({ ...triple, classes: ['Leaky'] });
  expect((await readFile(triple.final)).equals(await readFile(copy))).toBe(true);
});
