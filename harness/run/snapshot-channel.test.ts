import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { SnapshotError, takeCensus } from '../heap/index.ts';
import { type IncomingSnapshot, SnapshotChannel } from './snapshot-channel.ts';
import { Snapshots } from './snapshots.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program in Node that is given a path, as a subject is. */
async function run(code: string, file: string): Promise<void> {
  const child = spawn(process.execPath, ['-e', code, file], { stdio: ['ignore', 'ignore', 'inherit'] });
  await once(child, 'close');
}

const WRITES_A_SNAPSHOT = `
class Kept {}
globalThis.kept = Array.from({ length: 20_000 }, () => new Kept());
require('node:v8').writeHeapSnapshot(process.argv[1]);`;

async function keptIn(incoming: IncomingSnapshot, folder: string): Promise<number | undefined> {
  const reading = new Snapshots(folder).read(incoming.pieces, 'test');
  await run(WRITES_A_SNAPSHOT, incoming.path);
  incoming.end();
  return takeCensus(await reading).get('Kept')?.count;
}

test('a snapshot is read while V8 writes it, one after the other, and only what is asked for is a file', async () => {
  const folder = await temporaryFolder();
  const channel = await SnapshotChannel.open(folder);
  expect(await keptIn(channel.expect(null), folder)).toBe(20_000);
  expect(await readdir(folder)).toEqual(['snapshot']);
  const file = path.join(folder, 'kept.heapsnapshot');
  expect(await keptIn(channel.expect(file), folder)).toBe(20_000);
  expect(JSON.parse(await readFile(file, 'utf8')).strings).toContain('Kept');
});

test('a disk that is full takes the copy, not the snapshot', async ({ skip }) => {
  skip(!existsSync('/dev/full'), 'this system has no /dev/full');
  const folder = await temporaryFolder();
  const channel = await SnapshotChannel.open(folder);
  expect(await keptIn(channel.expect('/dev/full'), folder)).toBe(20_000);
});

test.each([
  { dies: 'before it writes', code: '' },
  { dies: 'while it writes', code: `require('node:fs').writeFileSync(process.argv[1], '{"snapshot":{"meta":')` },
])('a subject that dies $dies ends the snapshot as one that is cut off', async ({ code }) => {
  const folder = await temporaryFolder();
  const incoming = (await SnapshotChannel.open(folder)).expect(null);
  const reading = new Snapshots(folder).read(incoming.pieces, 'test');
  await run(code, incoming.path);
  incoming.end();
  await expect(reading).rejects.toThrow(SnapshotError);
});

test('what is no snapshot does not keep the one who writes it waiting', async () => {
  const folder = await temporaryFolder();
  const incoming = (await SnapshotChannel.open(folder)).expect(null);
  const reading = new Snapshots(folder).read(incoming.pieces, 'test');
  await run(`try { require('node:fs').writeFileSync(process.argv[1], '?'.repeat(1e7)) } catch {}`, incoming.path);
  incoming.end();
  await expect(reading).rejects.toThrow(SnapshotError);
});

test('where there are no FIFOs, snapshots go through files', async () => {
  const folder = await temporaryFolder();
  vi.stubEnv('PATH', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const channel = await SnapshotChannel.open(folder);
  expect(await keptIn(channel.expect(null), folder)).toBe(20_000);
  expect(await readdir(folder)).toEqual(['unnamed.heapsnapshot']);
});
