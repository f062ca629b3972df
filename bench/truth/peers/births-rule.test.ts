import { expect, test } from 'vitest';
import type { Census } from '../../../harness/heap/index.ts';
import { bornInAll } from './births-rule.ts';

const census = (...names: string[]): Census => new Map(names.map((name) => [name, { count: 1, shallowBytes: 16 }]));

test('a class is suspected when some of those born in each interval are left', () => {
  expect(bornInAll([census('Page', 'Row'), census('Row', 'Page', 'Job')])).toEqual(['Page', 'Row']);
});

test('not when one interval has left none', () => {
  expect(bornInAll([census('Page'), census()])).toEqual([]);
  expect(bornInAll([census(), census('Page')])).toEqual([]);
  expect(bornInAll([])).toEqual([]);
});
