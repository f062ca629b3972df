import { expect, test } from 'vitest';
import { sparkline } from './sparkline.ts';
import { runOf } from './testing/run-result.ts';
import { samplesOf } from './testing/samples.ts';

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

test('a run without samples has none', () => {
  expect(sparkline(runOf({}))).toBe('');
});
