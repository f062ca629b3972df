import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { aliveOf } from '../testing/alive.ts';
import { timersLeftBy } from '../testing/timers.ts';
import * as fixed from './fixed/index.ts';
import * as leaky from './leaky/index.ts';

const versions = { leaky, fixed };
const hang = () => new Promise<void>(() => {});

afterEach(() => fixed.shutdown());

describe.each(Object.entries(versions))('the %s version', (version, { criticalSection, LockTimeoutError, Mutex }) => {
  test('runs 100 callbacks of one name one after another, and those of another name beside them', async () => {
    const events: string[] = [];
    const callback = (name: string, i: number) => async () => {
      events.push(`${name}${i} begins`);
      await turn();
      events.push(`${name}${i} ends`);
      return i;
    };
    const ofOne = Array.from({ length: 100 }, (_, i) => criticalSection(`${version} a`, callback('a', i)));
    const ofOther = criticalSection(`${version} b`, callback('b', 0));
    expect(await Promise.all(ofOne)).toEqual([...Array(100).keys()]);
    expect(await ofOther).toBe(0);
    const alone = events.filter((event) => event.startsWith('a'));
    expect(alone).toEqual([...Array(100).keys()].flatMap((i) => [`a${i} begins`, `a${i} ends`]));
    expect(events.indexOf('b0 ends')).toBeLessThan(events.indexOf('a1 ends'));
  });

  test('passes on what a callback throws, and goes on with the next', async () => {
    const failing = criticalSection(`${version} fails`, () => {
      throw new Error('the callback failed');
    });
    const next = criticalSection(`${version} fails`, () => 'next');
    await expect(failing).rejects.toThrow('the callback failed');
    expect(await next).toBe('next');
  });

  test('takes a mutex away from a callback that holds it for too long', async () => {
    const held = new Mutex(`${version} held`, { releaseAfter: 5 }).run(hang);
    const next = new Mutex(`${version} held`, { releaseAfter: 1000 }).run(() => 'next');
    await expect(held).rejects.toBeInstanceOf(LockTimeoutError);
    expect(await next).toBe('next');
  });
});

test.each([
  ['leaky', 10],
  ['fixed', 0],
] as const)('of ten names that were used, the %s version knows %i afterwards', async (version, known) => {
  const { criticalSection, getStats } = versions[version];
  const before = getStats().locks;
  for (let i = 0; i < 10; i++) await criticalSection(`${version} name ${i}`, async () => {});
  await turn();
  expect(getStats().locks - before).toBe(known);
});

test.each([
  ['leaky', 10],
  ['fixed', 0],
] as const)('ten mutexes that were released leave %s: %i timers', async (version, left) => {
  const timers = await timersLeftBy(async () => {
    for (let i = 0; i < 10; i++) await new versions[version].Mutex(`${version} timed`).run(async () => {});
  });
  expect(timers).toHaveLength(left);
});

test.each([
  ['leaky', 10],
  ['fixed', 0],
] as const)('behind a callback that never settles the %s version keeps %i of ten callers', async (version, kept) => {
  const { criticalSection } = versions[version];
  const answer = Promise.withResolvers<void>();
  const stuck = criticalSection(`${version} stuck`, () => answer.promise, { releaseAfter: 5 });
  // The leaky version takes a lock away from nobody.
  if (version === 'fixed') await expect(stuck).rejects.toBeInstanceOf(fixed.LockTimeoutError);
  const alive = await aliveOf(10, async (i) => {
    const payload = { i };
    criticalSection(`${version} stuck`, () => payload.i).catch(() => {});
    await turn();
    return payload;
  });
  expect(alive).toBe(kept);
  answer.resolve();
});

test('a shutdown of the fixed version ends who holds a lock, turns away who waits, and lets in who comes later', async () => {
  const callers = [fixed.criticalSection('shut', hang), fixed.criticalSection('shut', () => 'waited')];
  const ended = Promise.allSettled(callers);
  await turn();
  await fixed.shutdown();
  expect((await ended).map((each) => each.status === 'rejected' && each.reason.name)).toEqual([
    'ShutdownError',
    'ShutdownError',
  ]);
  expect(fixed.getStats().locks).toBe(0);
  expect(await fixed.criticalSection('shut', () => 'later')).toBe('later');
});
