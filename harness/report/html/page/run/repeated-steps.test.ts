import { expect, test } from 'vitest';
import { repeatedSteps } from './repeated-steps.ts';

test('steps that repeat in a row are told once, be it one or several', () => {
  const prev = Array.from({ length: 90 }, () => '._idlePrev: Timeout');
  expect(repeatedSteps(['global', '.list', ...prev, '._onTimeout'])).toEqual([
    { steps: ['global', '.list'], times: 1 },
    { steps: ['._idlePrev: Timeout'], times: 90 },
    { steps: ['._onTimeout'], times: 1 },
  ]);
  expect(repeatedSteps(['a', 'b', 'c', 'b', 'c', 'b', 'c', 'b'])).toEqual([
    { steps: ['a'], times: 1 },
    { steps: ['b', 'c'], times: 3 },
    { steps: ['b'], times: 1 },
  ]);
});

test('what comes twice, or not in a row, is told as it is', () => {
  const path = ['a', 'a', 'b', 'c', 'b', 'a', 'c', 'a'];
  expect(repeatedSteps(path)).toEqual([{ steps: path, times: 1 }]);
  expect(repeatedSteps([])).toEqual([]);
});
