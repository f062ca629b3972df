import { expect, test } from 'vitest';
import { residue, smallestLeaks } from './limits.ts';
import { leakOf, line, record, truth } from './testing/run-record.ts';

const grown = (heapBytes: number) => ({ ...record().growth, heapBytes });

test('the residue is what the heap of runs grew by that rightly ended clean', () => {
  const lines = [
    line('a', record()),
    line('b', record({ growth: grown(-3.2) })),
    line('c', record({ growth: grown(90), verdict: 'saturating' })),
    line('d', record({ growth: grown(40) })),
  ];
  const missed = truth('d', { outcome: { leaks: [{ class: 'Page' }] } });
  expect(residue(lines, [truth('a'), truth('b'), truth('c'), missed])).toEqual({
    runs: 2,
    zero: 1,
    most: -3.2,
    id: 'b',
  });
});

test('the smallest leaks are those found and named, by bytes alone and as objects', () => {
  const byBytes = truth('bytes', { outcome: { leaks: [{ grows: 'heap' }] } });
  const byObjects = truth('objects', { outcome: { leaks: [{ class: 'Page' }] } });
  const unnamed = truth('unnamed', { outcome: { leaks: [{ class: 'Row' }] } });
  const lines = [
    line('bytes', record({ verdict: 'leak', failures: [{ threshold: 'heap', actual: 16 }] })),
    line('objects', leakOf('Page')),
    line('unnamed', { ...leakOf('Page'), iterations: 10_000 }),
  ];
  expect(smallestLeaks(lines, [byBytes, byObjects, unnamed])).toEqual({
    byBytes: { id: 'bytes', bytesPerIteration: 16 },
    byObjects: { id: 'objects', bytesPerIteration: 24 },
  });
});
