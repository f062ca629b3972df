import { expect, test } from 'vitest';
import { runOf } from '../../../harness/report/testing/run-result.ts';
import type { RunResult, Sample } from '../../../harness/run/result.ts';
import { compareFigure } from './compare-figure.ts';
import type { Figure } from './figures.ts';

/** A run of ten iterations in two segments; a snapshot between them freed 5,000 bytes. */
function grownBy(typical: number, all: number, node = 'v24.21.0'): RunResult {
  const heap = [0, all / 2, all / 2 - 5000, all - 5000];
  const samples = heap.map((heapBytes, i) => {
    const [phase, iteration] = i < 2 ? ['segment 1', 5 * i] : ['segment 2', 5 * (i - 1)];
    return { phase, iteration, heapBytes, externalBytes: 0 } as unknown as Sample;
  });
  return runOf({ node, samples, growth: { heapBytes: typical } });
}

function why(earlier: Figure['earlier'], runs: RunResult[], rest: Partial<Figure> = {}): string | null {
  return compareFigure({ scenario: 'tenant switches', version: '7.0.3', earlier, ...rest }, runs).why;
}

test('a figure within 15 % needs no reason, one beyond it does', () => {
  expect(why(100, [grownBy(114, 2000)])).toBe('');
  expect(why(100, [grownBy(86, 2000)])).toBe('');
  expect(why(100, [grownBy(116, 2000)])).toBeNull();
  expect(why(100, [grownBy(84, 2000)])).toBeNull();
  expect(why(100, [grownBy(116, 2000)], { why: 'the objects are larger' })).toBe('the objects are larger');
  expect(why(100, [])).toBeNull();
});

test('a range is met when a figure is within 15 % of its ends', () => {
  expect(why([100, 200], [grownBy(90, 9000)])).toBe('');
  expect(why([100, 200], [grownBy(229, 9000)])).toBe('');
  expect(why([100, 200], [grownBy(231, 9000)])).toBeNull();
});

test('all of the growth is compared too, what a snapshot freed between two segments left out, and then that of Node 20', () => {
  expect(compareFigure({ scenario: 'tenant switches', version: '7.0.3', earlier: 150 }, [grownBy(100, 1500)])).toEqual({
    typical: 100,
    mean: 150,
    meanOnNode20: null,
    why: 'tables that grow in steps: the typical batch has none',
  });
  const onBoth = [grownBy(100, 1000), grownBy(100, 1500, 'v20.20.2')];
  expect(why(150, onBoth)).toBe('Node 20 keeps more or less for the same code');
});

test('of what there are several in an iteration, one is compared', () => {
  expect(why(10, [grownBy(100, 5000)], { times: 10 })).toBe('');
});
