import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { killTree, processesOf } from './tree.ts';

const onLinux = process.platform === 'linux';

/** A process that carries the mark and stays. */
async function subject(mark: string, code = ''): Promise<ChildProcess> {
  const [name, value] = mark.split('=') as [string, string];
  const program = `${code}; setInterval(() => {}, 1e6); console.log('ready')`;
  const child = spawn(process.execPath, ['-e', program], {
    env: { ...process.env, [name]: value },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

/** Starts a process that lives on when the one that started it has gone. */
const ORPHAN = `require('node:child_process').spawn('sh', ['-c', 'sleep 1000 & exit'], { detached: true, stdio: 'ignore' })`;

test('a process whose parent has gone is still found by its mark, and ended with the others', async ({ skip }) => {
  skip(!onLinux, 'only Linux tells the environment of a process');
  const mark = `STEADYHEAP_TEST=${randomUUID()}`;
  const { pid = 0 } = await subject(mark, ORPHAN);
  await expect.poll(() => processesOf(pid, mark), { timeout: 20_000 }).toHaveLength(1);
  await killTree(pid, mark);
  await expect.poll(() => processesOf(pid, mark), { timeout: 20_000 }).toEqual([]);
});

test('what another subject has started is not counted', async () => {
  const [one, other] = [`STEADYHEAP_TEST=${randomUUID()}`, `STEADYHEAP_TEST=${randomUUID()}`];
  const first = await subject(one, ORPHAN);
  onTestFinished(() => killTree(first.pid ?? 0, one));
  const second = await subject(other);
  expect(await processesOf(second.pid ?? 0, other)).toEqual([]);
});
