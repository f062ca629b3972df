import { expect, test } from 'vitest';
import { colorsFor } from './colors.ts';
import { exitCodeOf, renderSummary } from './summary.ts';
import { CRASH, KNOWN, LEAK, runOf, SLOW } from './testing/run-result.ts';

const options = {
  wallMs: 9000,
  results: 'reports/results.json',
  report: { file: 'reports/report.html' },
  width: 80,
  colors: colorsFor({}, {}),
};

test('the summary is the table, the time, where results and report are, the failures and the count', () => {
  expect(renderSummary([runOf({}), KNOWN, LEAK], options)).toMatchInlineSnapshot();
});

test('a summary without failures ends with the count', () => {
  const lines = renderSummary([runOf({}), runOf({})], options).split('\n\n');
  expect(lines.slice(1)).toMatchInlineSnapshot();
});

test('one run is not counted as several', () => {
  expect(renderSummary([runOf({})], options)).toMatch(/\n1 run: 1 passed, 0 failed$/);
});

test('a known leak that fails is not counted as passed', () => {
  expect(renderSummary([{ ...KNOWN, passed: false }], options)).toMatch(/\n1 run: 0 passed, 1 failed$/);
});

test('the exit code is 0 when all passed, 1 when one failed, 3 when one could not be completed', () => {
  expect(exitCodeOf([])).toBe(0);
  expect(exitCodeOf([runOf({}), KNOWN])).toBe(0);
  expect(exitCodeOf([runOf({}), LEAK])).toBe(1);
  expect(exitCodeOf([SLOW])).toBe(1);
  expect(exitCodeOf([runOf({ verdict: 'inconclusive', passed: false })])).toBe(1);
  expect(exitCodeOf([LEAK, CRASH, runOf({})])).toBe(3);
});

test('a report that could not be written is told with the reason', () => {
  const summary = renderSummary([runOf({})], { ...options, report: { missing: 'no space left' } });
  expect(summary).toContain('No report could be written: no space left');
});
