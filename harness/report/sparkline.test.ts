import { expect, test } from 'vitest';
import { heapShape } from './html/data/measured-heap.ts';
import { sparkline } from './sparkline.ts';
import { runOf } from './testing/run-result.ts';
import { doubledSamples, samplesOf } from './testing/samples.ts';

const lineOf = (rate: number) => sparkline(runOf({ samples: samplesOf({ rate }), growth: { heapBytes: rate } }));

test('a heap that does not grow is a flat line, though a snapshot moved it', () => {
  expect(lineOf(0)).toBe('▁▁▁▁▁▁▁▁');
});

test('a leak rises from the lowest block to the highest, be it small or large', () => {
  expect(lineOf(32)).toBe('▁▂▃▄▅▆▇█');
  expect(lineOf(32_000)).toBe('▁▂▃▄▅▆▇█');
});

test('a single step of a few kilobytes stays low', () => {
  const samples = samplesOf({ rate: 0 });
  const stepped = samples.map((sample, i) => ({ ...sample, heapBytes: sample.heapBytes + (i > 6 ? 2000 : 0) }));
  expect(sparkline(runOf({ samples: stepped }))).toMatch(/^▁+▂+$/);
});

test('a constant leak is a straight line, however long the batches become as the run is doubled', () => {
  for (const rate of [16, 1672]) {
    const samples = doubledSamples((iteration) => rate * iteration);
    expect(sparkline(runOf({ samples, growth: { heapBytes: rate } }))).toBe('▁▂▃▄▅▆▇█');
    for (const { x, y } of heapShape({ rate, samples })) expect(y).toBeCloseTo(x, 6);
  }
});

test('the table of a Map that is made larger right after each snapshot is seen, what a snapshot emptied is not', () => {
  const table = (iteration: number) => [0, 50, 100, 300, 700].filter((step) => iteration > step).length;
  const line = (bytes: number) => {
    const samples = doubledSamples((iteration) => bytes * table(iteration));
    return sparkline(runOf({ samples, growth: { heapBytes: 500 } }));
  };
  expect(line(14_000)).toBe('▁▁▁▁▁▁▁▁');
  expect(line(500_000)).toBe('▁▅▇▇████');
});

test('a run without samples has none', () => {
  expect(sparkline(runOf({}))).toBe('');
});
