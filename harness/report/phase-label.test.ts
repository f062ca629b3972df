import { expect, test } from 'vitest';
import { phaseLabel } from './phase-label.ts';

test.each([
  ['setup', 0, 1, 'setting up'],
  ['warm-up', 2, 9, 'warming up: batch 3 of at most 9'],
  ['native 2', 0, 12, 'watching native memory: batch 1 of 12'],
  ['segment 1', 4, 5, 'measuring, first half: batch 5 of 5'],
  ['segment 2', 0, 5, 'measuring, second half: batch 1 of 5'],
  ['segment 3', 1, 5, 'measuring on, to be sure: batch 2 of 5'],
  ['segment 12', 1, 5, 'measuring on, to be sure: batch 2 of 5'],
  ['explain', 0, 10, 'looking for the cause, noting who allocates: batch 1 of 10'],
  ['something new', 0, 1, 'something new'],
])('%s at %i of %i is %s', (phase, done, of, label) => {
  expect(phaseLabel({ phase, done, of })).toBe(label);
});

test('what is told in words stands for its phase', () => {
  expect(phaseLabel({ phase: 'preparing', detail: 'installing a@1.0.0', done: 0, of: 1 })).toBe('installing a@1.0.0');
});
