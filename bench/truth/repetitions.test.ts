import { expect, test } from 'vitest';
import { repetitionsIn } from './repetitions.ts';
import { line, record } from './testing/run-record.ts';

test('a case whose repetitions end differently is told with how often each verdict was reached', () => {
  const lines = [
    line('a', record(), 0),
    line('b', record(), 0),
    line('a', record({ verdict: 'leak' }), 1),
    line('b', record(), 1),
    line('c', record(), 0),
    line('a', record(), 2),
    line('d', record(), 0),
    { tool: 'steadyheap', id: 'd', repetition: 1, failed: 'no such version' },
  ];
  expect(repetitionsIn(lines)).toEqual({
    runs: 8,
    cases: [
      { times: 3, cases: 1 },
      { times: 2, cases: 2 },
      { times: 1, cases: 1 },
    ],
    changed: [
      { id: 'a', verdicts: { clean: 2, leak: 1 } },
      { id: 'd', verdicts: { clean: 1, failed: 1 } },
    ],
  });
});

test('nothing is repeated where nothing was measured', () => {
  expect(repetitionsIn([])).toEqual({ runs: 0, cases: [], changed: [] });
});
