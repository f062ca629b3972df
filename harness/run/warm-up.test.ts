import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWarm } from './warm-up.ts';

/** The number of batches after which warming up ends, for a heap of this size after each. */
function batchesUntilWarm(heapAfter: (batch: number) => number): number {
  const heap: number[] = [];
  while (!isWarm(heap) && heap.length < 50) heap.push(heapAfter(heap.length));
  return heap.length;
}

describe('warming up is over', () => {
  test('after five batches when the heap was flat from the first', () => {
    expect(batchesUntilWarm(() => 5e6)).toBe(5);
  });

  test('after five batches when the heap grows evenly: a leak needs no longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (bytes) => {
        expect(batchesUntilWarm((batch) => batch * bytes)).toBe(5);
      }),
    );
  });

  test('three even batches after the last change', () => {
    expect(batchesUntilWarm((batch) => Math.min(batch, 7) * 4000 + (batch < 7 ? batch ** 2 * 500 : 24_500))).toBe(11);
  });

  test('when batches differ by what scenarios with sockets differ', () => {
    expect(batchesUntilWarm((batch) => (batch % 2) * 120)).toBe(5);
  });
});

describe('warming up goes on', () => {
  test('without any batch', () => {
    expect(isWarm([])).toBe(false);
  });

  test('while the heap settles', () => {
    expect(isWarm([5e6, 5.3e6, 5.4e6, 5.43e6, 5.431e6])).toBe(false);
  });

  test('when a step came lately', () => {
    expect(isWarm([0, 0, 0, 0, 0, 9000, 9000])).toBe(false);
    expect(isWarm([0, 0, 0, 0, 0, 9000, 9000, 9000, 9000])).toBe(true);
  });
});

test('the size of the heap itself does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2000), { maxLength: 12 }), fc.nat(1e9), (heap, base) => {
      expect(isWarm(heap.map((bytes) => bytes + base))).toBe(isWarm(heap));
    }),
  );
});
