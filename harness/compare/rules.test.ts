import { describe, expect, test } from 'vitest';
import type { RunResult } from '../run/result.ts';
import { compare } from './compare.ts';
import { parseRule } from './rules.ts';
import { leakOf, runOf } from './testing/run.ts';

function broken(first: RunResult, last: RunResult, ...written: string[]) {
  const rules = written.map(parseRule);
  const columns = [first, last].map((run) => ({ written: null, rounds: [run] as const }));
  return compare({ columns, rules, incomplete: null, file: '', startedAt: new Date(0), wallMs: 0 }).broken;
}

const heapOf = (heapBytes: number) => leakOf({ growth: { heapBytes } });

describe('rules', () => {
  test('worse is broken by a leak that is new, and by none that is gone', () => {
    expect(broken(runOf({}), leakOf(), 'worse')).toHaveLength(1);
    expect(broken(leakOf(), runOf({}), 'worse')).toEqual([]);
  });

  test('new-class names the classes', () => {
    expect(broken(runOf({}), leakOf(), 'new-class')).toEqual([
      { rule: 'new-class', message: 'new among what grows: Row' },
    ]);
    expect(broken(leakOf(), leakOf({ classes: { Row: 5 } }), 'new-class')).toEqual([]);
  });

  test('new-class names five and counts the rest', () => {
    const classes = { A: 1, B: 1, C: 1, D: 1, E: 1, F: 1, G: 1 };
    expect(broken(runOf({}), leakOf({ classes }), 'new-class')[0]?.message).toMatch(/: A, B, C, D, E and 2 more$/);
  });

  test('a percentage is of the first figure', () => {
    expect(broken(heapOf(1000), heapOf(1080), 'heap>10%')).toEqual([]);
    expect(broken(heapOf(1000), heapOf(1200), 'heap>10%')).toEqual([
      { rule: 'heap>10%', message: 'heap went from 1,000 B/iteration to 1,200 B/iteration, more than 10 % apart' },
    ]);
  });

  test('of nothing, anything beyond noise is more than any percentage', () => {
    expect(broken(heapOf(0), heapOf(100), 'heap>10%')).toHaveLength(1);
    expect(broken(heapOf(0), heapOf(6), 'heap>10%')).toEqual([]);
  });

  test('an amount is in the unit of the metric', () => {
    expect(broken(heapOf(0), heapOf(900), 'heap>1 kB')).toEqual([]);
    expect(broken(heapOf(0), heapOf(1100), 'heap > 1kB')).toHaveLength(1);
    expect(broken(runOf({}), leakOf(), 'objects>0')).toHaveLength(1);
  });

  test('the others are judged when they are named', () => {
    const slow = runOf({ opsPerSecond: 10 });
    expect(broken(runOf({}), slow, 'speed>20%')).toHaveLength(1);
    expect(broken(slow, runOf({}), 'speed>20%')).toEqual([]);
    const gauged = (rows: number) => runOf({ growth: { gauges: { rows } } });
    expect(broken(gauged(0), gauged(1), 'gauge rows>0')).toHaveLength(1);
  });
});

test.each([
  ['heap', 'heap is no rule; write worse, new-class, or a metric and how much more of it is allowed'],
  ['heap>', 'is no rule'],
  ['memory>10%', 'there is no metric memory; there are heap, external, arrayBuffers'],
  ['heap>lots', "'lots' is not a quantity"],
  ['heap>-5%', '--fail-on heap>-5%: what is allowed is 0 or more, such as heap>10%'],
  ['objects>-1', 'what is allowed is 0 or more'],
  ['objects>some', "'some' is not a number"],
])('%s is refused with what would be right', (text, sentence) => {
  expect(() => parseRule(text)).toThrow(sentence);
});
