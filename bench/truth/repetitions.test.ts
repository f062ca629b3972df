import { expect, test } from 'vitest';
import { changes } from './repetitions.ts';
import { line, record } from './testing/run-record.ts';

test('a case whose repetitions end differently is told with how often each verdict was reached', () => {
  const lines = [
    line('a', record(), 0),
    line('b', record(), 0),
    line('a', record({ verdict: 'leak' }), 1),
    line('b', record(), 1),
    line('a', record(), 2),
  ];
  expect(changes(lines)).toEqual({ repetitions: 3, changed: [{ id: 'a', verdicts: { clean: 2, leak: 1 } }] });
});

test('nothing is repeated where nothing was measured', () => {
  expect(changes([])).toEqual({ repetitions: 0, changed: [] });
});
