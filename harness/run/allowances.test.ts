import { describe, expect, test } from 'vitest';
import type { Thresholds } from '../scenario/definition.ts';
import { allowancesOf } from './allowances.ts';
import type { Sample } from './result.ts';

const BASELINE: Sample = {
  iteration: 0,
  phase: 'warm-up',
  heapBytes: 10_000_000,
  externalBytes: 2_000_000,
  arrayBufferBytes: 1_000_000,
  rssBytes: 80_000_000,
  handles: { Timeout: 3, TCPSocketWrap: 7 },
  processes: 2,
  processesRssBytes: 0,
  fds: 20,
  gauges: { rows: 40 },
};

/** What a scenario of 100 iterations with these thresholds allows. */
const allowed = (thresholds: Thresholds) => allowancesOf(thresholds, 'exact', 100, BASELINE);

const NONE = { perIteration: 0, written: '0' };
const NO_BYTES = { perIteration: 0, written: '0 B' };

describe('without thresholds', () => {
  test('nothing may grow and no iteration may throw, but gauges, speed and what outlives teardown are free', () => {
    expect(allowed({})).toEqual({
      heap: NO_BYTES,
      external: NO_BYTES,
      arrayBuffers: NO_BYTES,
      rss: NO_BYTES,
      processesRss: NO_BYTES,
      objects: NONE,
      handles: NONE,
      processes: NONE,
      fds: NONE,
      gauges: {},
      errors: 0,
    });
  });

  test('the bytes of the heap are not judged under the JIT, where they drift by themselves', () => {
    const { heap, ...rest } = allowed({});
    expect(allowancesOf({}, 'jit', 100, BASELINE)).toEqual(rest);
  });
});

test('the bytes of the heap are judged under the JIT when the scenario limits them', () => {
  expect(allowancesOf({ heap: '1 kB' }, 'jit', 100, BASELINE).heap).toEqual({ perIteration: 1000, written: '1 kB' });
});

test('a threshold takes the place of its own default only', () => {
  expect(allowed({ heap: '1 kB' })).toEqual({ ...allowed({}), heap: { perIteration: 1000, written: '1 kB' } });
});

describe('a threshold allows', () => {
  test.each<[keyof Thresholds & string, Thresholds, number, string]>([
    ['heap', { heap: '64 KiB' }, 65_536, '64 KiB'],
    ['heap', { heap: 16 }, 16, '16'],
    ['heap', { heap: { total: '1 kB' } }, 10, '1 kB in all'],
    ['heap', { heap: '5 %' }, 5_000, '5 %'],
    ['external', { external: '1 %' }, 200, '1 %'],
    ['arrayBuffers', { arrayBuffers: '1 %' }, 100, '1 %'],
    ['rss', { rss: '50%' }, 400_000, '50%'],
    ['objects', { objects: 0.5 }, 0.5, '0.5'],
    ['objects', { objects: { total: 3 } }, 0.03, '3 in all'],
    ['handles', { handles: '50 %' }, 0.05, '50 %'],
    ['processes', { processes: { total: 1 } }, 0.01, '1 in all'],
    ['fds', { fds: '10 %' }, 0.02, '10 %'],
  ])('%s %o: %d per iteration, written %s', (metric, thresholds, perIteration, written) => {
    const allowance = allowed(thresholds)[metric as 'heap'];
    expect(allowance?.written).toBe(written);
    expect(allowance?.perIteration).toBeCloseTo(perIteration, 10);
  });

  test('each gauge its own', () => {
    expect(allowed({ gauges: { rows: '10 %', models: 1, other: { total: 5 } } }).gauges).toEqual({
      rows: { perIteration: 0.04, written: '10 %' },
      models: { perIteration: 1, written: '1' },
      other: { perIteration: 0.05, written: '5 in all' },
    });
  });

  test('bytes after teardown, a ratio, a time and a number of errors over the run', () => {
    expect(allowed({ afterTeardown: '16 kB', slowdown: 1.5, drain: '2 s', errors: 4 })).toMatchObject({
      afterTeardown: { bytes: 16_000, written: '16 kB' },
      slowdown: 1.5,
      drainMs: 2000,
      errors: 4,
    });
  });
});
