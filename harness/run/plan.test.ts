import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScenarioFields } from '../scenario/validate.ts';
import { divide, planRun } from './plan.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const planOf = (fields: Omit<ScenarioFields, 'gauges'>, iterations?: number) =>
  planRun({ gauges: [], ...fields }, iterations);
const divided = fc
  .record({ iterations: fc.integer({ min: 4, max: 10_000 }), batches: fc.integer({ min: 4, max: 40 }) })
  .filter(({ iterations, batches }) => batches <= iterations);

test('batches hold all iterations, none is empty, and they differ by one at the most', () => {
  fc.assert(
    fc.property(divided, ({ iterations, batches }) => {
      const sizes = divide(iterations, batches);
      expect(sizes).toHaveLength(batches);
      expect(sum(sizes)).toBe(iterations);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test('100 iterations are ten batches of ten, five to the middle and five to the target', () => {
  expect(planOf({})).toEqual({
    segments: [
      [10, 10, 10, 10, 10],
      [10, 10, 10, 10, 10],
    ],
    warmUp: { iterations: 10, most: 9 },
    timeoutMs: 180_000,
    drainMs: 11_000,
  });
});

test('both segments hold all the iterations and batches that the scenario asks for, the first one batch more if odd', () => {
  fc.assert(
    fc.property(divided, (fields) => {
      const [first, second] = planOf(fields).segments as [number[], number[]];
      expect(sum(first) + sum(second)).toBe(fields.iterations);
      expect(first.length + second.length).toBe(fields.batches);
      expect([0, 1]).toContain(first.length - second.length);
    }),
  );
});

describe('the scenario says', () => {
  test('how long to warm up at the most, in whole batches', () => {
    expect(planOf({ iterations: 100, warmup: 25 }).warmUp).toEqual({ iterations: 10, most: 3 });
    expect(planOf({ iterations: 100, warmup: 1 }).warmUp).toEqual({ iterations: 10, most: 1 });
  });

  test('how long the run and the drain may take', () => {
    expect(planOf({ timeout: '2 min', drain: '1.5 s' })).toMatchObject({ timeoutMs: 120_000, drainMs: 1500 });
  });
});

test('iterations given for this run take the place of the scenario’s, with no more batches than they allow', () => {
  expect(planOf({ iterations: 100 }, 20).segments).toEqual([
    [2, 2, 2, 2, 2],
    [2, 2, 2, 2, 2],
  ]);
  expect(planOf({ iterations: 100, batches: 20 }, 5).segments).toEqual([
    [1, 1, 1],
    [1, 1],
  ]);
});
