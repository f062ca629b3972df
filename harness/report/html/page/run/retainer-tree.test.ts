import { expect, test } from 'vitest';
import type { GrowingClass } from '../../../../run/result.ts';
import { chainOf, retainerTree } from './retainer-tree.ts';

function grown(name: string, retainedBytes: number, retainerPath: string[]): GrowingClass {
  const rest = { perIteration: 1, count: 10, shallowBytes: 0, definedAt: null, allocatedAt: [], package: null };
  return { name, retainedBytes, retainerPath, ...rest };
}

const classes = [
  grown('Row', 500, ['(GC roots)', 'Registry.rows', 'Array', 'Row']),
  grown('string', 200, ['(GC roots)', 'Registry.rows', 'Array', 'Row', 'string']),
  grown('Timeout', 900, ['(Global handles)', 'Timeout']),
];

test('paths that begin alike are one path up to where they part, biggest first', () => {
  const tree = retainerTree(classes);
  expect(tree.map(({ name, count, retainedBytes }) => [name, count, retainedBytes])).toEqual([
    ['(Global handles)', 10, 900],
    ['(GC roots)', 20, 500],
  ]);
});

test('a chain without forks is one line, down to the first class that stays', () => {
  const [, roots] = retainerTree(classes);
  const { names, end } = chainOf(roots);
  expect(names).toEqual(['(GC roots)', 'Registry.rows', 'Array', 'Row']);
  expect(end.classes.map(({ name }) => name)).toEqual(['Row']);
  expect(end.below.map(({ name }) => name)).toEqual(['string']);
});

test('a class whose retainer is not known is in no path', () => {
  expect(retainerTree([grown('Lost', 1, [])])).toEqual([]);
});
