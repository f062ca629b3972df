import { expect, test } from 'vitest';
import { drawHeap } from '../testing/heap-picture.ts';
import { takeSurvivorCensus } from './survivor-census.ts';

const snapshot = await drawHeap(
  'root ^global> global\nglobal [0> a\nglobal [1> b\nglobal [2> c\nglobal [3> d\nglobal [4> e\nglobal [5> f',
  { a: 'Tenant', b: 'Tenant', c: 'Cache', d: 'Tenant', e: 'Session', f: 'Tenant' },
  {
    a: { id: 11 },
    b: { id: 21, size: 5 },
    c: { id: 23 },
    d: { id: 31, size: 6 },
    e: { id: 35 },
    f: { id: 41 },
  },
).snapshot();

test('survivors are counted by class and by the interval between baseline, middle and target they were born in', () => {
  expect(takeSurvivorCensus(snapshot, [11, 23, 35])).toEqual(
    new Map([
      ['Tenant', { count: 2, shallowBytes: 11, perInterval: [1, 1] }],
      ['Cache', { count: 1, shallowBytes: 10, perInterval: [1, 0] }],
      ['Session', { count: 1, shallowBytes: 10, perInterval: [0, 1] }],
    ]),
  );
});

test('where nothing was born nothing is counted', () => {
  expect(takeSurvivorCensus(snapshot, [11, 11, 13])).toEqual(new Map());
});

test.each([[[]], [[5]], [[5, 3]], [[5, 7, 6]]])('boundaries %j are refused', (boundaries) => {
  expect(() => takeSurvivorCensus(snapshot, boundaries)).toThrow(
    new RangeError(`boundaries must be two or more ascending ids, not [${boundaries.join(', ')}]`),
  );
});
