import { expect, test } from 'vitest';
import { metricRows } from './metric-rows.ts';
import { runOf } from './testing/run.ts';

function speedChange(first: readonly number[], last: readonly number[]) {
  const columns = [first, last].map((speeds) => speeds.map((opsPerSecond) => runOf({ opsPerSecond })));
  return metricRows(columns).find(({ metric }) => metric === 'speed')?.changes[1]?.change;
}

test('from five rounds on, the intervals of the rounds tell a change of speed', () => {
  const fast = [1000, 1040, 980, 1010, 995];
  const slow = [700, 720, 690, 710, 705];
  expect(speedChange(fast, slow)).toBe('worse');
  expect(speedChange(slow, fast)).toBe('better');
  expect(speedChange(fast, [...slow.slice(1), 990])).toBe('within noise');
  expect(speedChange(fast.slice(1), slow.slice(1))).toBe('within noise');
});
