import { describe, expect, test } from 'vitest';
import { leakageRule } from './leakage-rule.ts';

describe('leakage calls it a leak', () => {
  test('when five diffs in a row grow by more than 1 kB', () => {
    expect(leakageRule([0, 1025, 1025, 1025, 1025, 1025], false)).toBe(true);
    expect(leakageRule([1024, 1025, 1025, 1025, 1025, 1024], false)).toBe(false);
  });

  test('not when one of them in the middle does not', () => {
    expect(leakageRule([9e6, 9e6, 9e6, 0, 9e6, 9e6], false)).toBe(false);
  });

  test('by more than 5 kB when the action is asynchronous', () => {
    expect(leakageRule([5120, 5120, 5120, 5120, 5120, 5120], true)).toBe(false);
    expect(leakageRule([5121, 5121, 5121, 5121, 5121, 5121], true)).toBe(true);
  });
});
