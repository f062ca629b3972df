import { expect, test } from 'vitest';
import { costsOf } from './costs.ts';
import type { Line } from './lines.ts';
import { line, record } from './testing/run-record.ts';

const answer = (id: string, ms?: Record<string, number>): Line => ({
  tool: 'births',
  id,
  repetition: 0,
  answers: { births: { leak: false, figure: '', ...(ms === undefined ? {} : { ms }) } },
});

test('the costs of a rule are medians over the cases that tell them', () => {
  const lines = [
    answer('a', { marks: 10, snapshot: 100 }),
    answer('b', { marks: 30, snapshot: 900 }),
    answer('c', { marks: 20, snapshot: 200 }),
    answer('d', { marks: 60, snapshot: 300 }),
    answer('e'),
    line('f', record()),
  ];
  expect(costsOf(lines)).toEqual([{ rule: 'births', cases: 4, ms: { marks: 25, snapshot: 250 } }]);
});

test('no rule, no costs', () => {
  expect(costsOf([line('f', record()), answer('e')])).toEqual([]);
});
