import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeScenario } from './describe-scenario.ts';
import type { RunResult } from './result.ts';
import { Runner } from './runner.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const results = new Map<string, RunResult>();

async function measure(name: string): Promise<RunResult> {
  const scenario = await describeScenario(path.join(FIXTURES, `${name}.scenario.ts`));
  const request = { scenario, version: null, mode: 'exact' as const, node: process.execPath };
  return runner.run(request, { log: path.join(folder, `${name}.log`) });
}

let folder: string;
const runner = new Runner(FIXTURES);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
  const names = (await readdir(FIXTURES)).map((file) => file.replace('.scenario.ts', ''));
  await Promise.all(names.map(async (name) => results.set(name, await measure(name))));
}, 300_000);

afterAll(async () => {
  await runner.close();
  await rm(folder, { recursive: true, force: true });
});

const resultOf = (name: string) => results.get(name) as RunResult;
const rateOf = (run: RunResult, name: string) => run.classes.find((each) => each.name.startsWith(name))?.perIteration;

describe('a planted leak is found, with its class, rate and retainer', () => {
  test.each([
    ['map.leak', 'Session', 1, 'Object.sessions ▸ Map[key] ▸ Session'],
    ['listener.leak', 'closure onChange', 1, 'EventEmitter._events'],
    ['interval.leak', 'Timeout', 1, 'Timeout'],
    ['interval-unref.leak', 'Timeout', 1, 'Timeout'],
    ['promise.leak', 'PromiseReaction', null, 'never'],
    ['closures.leak', 'closure undoStep', 1, 'Object.undo'],
    ['unused-closure.leak', 'closure print', 1, 'variable latest of replace'],
    ['buffer.leak', 'Buffer', 1, 'Object.chunks'],
    ['string.leak', 'string', 1, 'Object.lines'],
    ['socket.leak', 'Socket', null, 'Socket'],
    ['in-flight.leak', 'Request', null, 'Object.failed'],
  ])('%s', (name, className, perIteration, retainer) => {
    const run = resultOf(name);
    expect(run, run.reason).toMatchObject({ verdict: 'leak', passed: false });
    if (perIteration !== null) expect(rateOf(run, className)).toBe(perIteration);
    for (const { count, perInterval = [] } of run.classes.filter((each) => each.name === className)) {
      // A leak leaves something in each interval: all that there is more, and what has taken the place of older ones.
      expect(perInterval.reduce((sum, born) => sum + born, 0)).toBeGreaterThanOrEqual(count);
      expect(Math.min(...perInterval)).toBeGreaterThan(0);
    }
    const leading = run.classes.map((each) => each.retainerPath.join(' ▸ '));
    expect(leading.some((each) => each.includes(retainer))).toBe(true);
  });
});

describe('a planted leak without objects of its own is found', () => {
  test('numbers.leak, in the bytes of the heap, 16 for each number', () => {
    const run = resultOf('numbers.leak');
    expect(run, run.reason).toMatchObject({ verdict: 'leak' });
    expect(run.failures.map(({ threshold }) => threshold)).toContain('heap');
    expect(run.growth.heapBytes).toBeGreaterThanOrEqual(8 * 16);
  });

  test('buffer.leak, in external memory and array buffers, to the byte', () => {
    expect(resultOf('buffer.leak').growth).toMatchObject({ externalBytes: 65_536, arrayBufferBytes: 65_536 });
  });

  test('file.leak, in descriptors', () => {
    const run = resultOf('file.leak');
    expect(run, run.reason).toMatchObject({ verdict: 'leak', growth: { fds: 1, objects: 0, heapBytes: 0 } });
  });

  test('child.leak, in processes that have left the process group, and none of them survives the run', () => {
    const run = resultOf('child.leak');
    expect(run, run.reason).toMatchObject({ verdict: 'leak', growth: { processes: 1, handles: { ProcessWrap: 1 } } });
  });
});

describe('an innocent twin passes', () => {
  test.each(['map', 'listener', 'promise', 'buffer', 'file', 'socket', 'child', 'in-flight'])(
    '%s.innocent is clean',
    (name) => {
      const run = resultOf(`${name}.innocent`);
      expect(run, run.reason).toMatchObject({ verdict: 'clean', passed: true, growth: { objects: 0 } });
    },
  );

  test('cache.innocent is saturating, not leaking', () => {
    expect(resultOf('cache.innocent')).toMatchObject({ verdict: 'saturating', passed: true });
  });

  test('timer.innocent drains', () => {
    const run = resultOf('timer.innocent');
    expect(run, run.reason).toMatchObject({ verdict: 'draining', passed: true });
    expect(run.drainSeconds).toBeGreaterThan(0.5);
  });
});
