import { expect, test } from 'vitest';
import { runFailures } from './run-failures.ts';
import { type Circumstances, caseOf } from './testing/case.ts';

const failures = (given: Circumstances) => runFailures(caseOf({}, given));

test('iterations that throw fail beyond the number allowed, with the first line of the first error', () => {
  const errors = { count: 3, first: 'Error: no such tenant.\n    at iterate' };
  expect(failures({ errors })).toEqual([
    {
      threshold: 'errors',
      limit: 0,
      actual: 3,
      message: '3 iterations threw, more than the allowed 0; the first: Error: no such tenant',
    },
  ]);
  expect(failures({ errors: { count: 1, first: 'Error: once' } })[0]?.message).toBe(
    '1 iteration threw, more than the allowed 0; the first: Error: once',
  );
  expect(failures({ errors: { count: 1, first: 'TypeError: a.b is not a function...' } })[0]?.message).toMatch(
    /the first: TypeError: a\.b is not a function$/,
  );
  expect(failures({ errors, allowances: { errors: 3 } })).toEqual([]);
});

test('bytes that outlive teardown fail beyond afterTeardown, and are not limited without it', () => {
  const afterTeardown = { bytes: 16_000, written: '16 kB' };
  expect(failures({ afterTeardownBytes: 20_000, allowances: { afterTeardown } })).toEqual([
    {
      threshold: 'afterTeardown',
      limit: 16_000,
      actual: 20_000,
      message: '20 kB outlive teardown (200 B per iteration), more than the allowed 16 kB',
    },
  ]);
  expect(failures({ afterTeardownBytes: 16_000, allowances: { afterTeardown } })).toEqual([]);
  expect(failures({ afterTeardownBytes: 1e9 })).toEqual([]);
});

test('a slowdown fails only when chance does not explain it', () => {
  const slow = { ratio: 2.5, atLeast: 1.8 };
  expect(failures({ slowdown: slow, allowances: { slowdown: 1.5 } })).toEqual([
    {
      threshold: 'slowdown',
      limit: 1.5,
      actual: 2.5,
      message: 'an iteration takes 2.50 times as long at the end as at the start, more than the allowed 1.5',
    },
  ]);
  expect(failures({ slowdown: { ratio: 2.5, atLeast: 1.2 }, allowances: { slowdown: 1.5 } })).toEqual([]);
  expect(failures({ slowdown: { ratio: 2.5, atLeast: 1.5 }, allowances: { slowdown: 1.5 } })).toEqual([]);
  expect(failures({ slowdown: null, allowances: { slowdown: 1.5 } })).toEqual([]);
  expect(failures({ slowdown: slow })).toEqual([]);
});

test('a drain fails when it takes longer than its threshold', () => {
  expect(failures({ drainedAfterSeconds: 9.94, allowances: { drainMs: 5000 } })).toEqual([
    {
      threshold: 'drain',
      limit: 5000,
      actual: 9940,
      message: 'what had grown took 9.9 s to go, more than the allowed 5 s',
    },
  ]);
  expect(failures({ drainedAfterSeconds: 5, allowances: { drainMs: 5000 } })).toEqual([]);
  expect(failures({ drainedAfterSeconds: null, allowances: { drainMs: 0 } })).toEqual([]);
});

test('all that was exceeded is told at once', () => {
  const all = failures({
    errors: { count: 1, first: 'Error: no' },
    afterTeardownBytes: 100,
    slowdown: { ratio: 3, atLeast: 3 },
    drainedAfterSeconds: 2,
    allowances: { afterTeardown: { bytes: 0, written: '0 B' }, slowdown: 2, drainMs: 1000 },
  });
  expect(all.map(({ threshold }) => threshold)).toEqual(['errors', 'afterTeardown', 'slowdown', 'drain']);
});
