import { expect, test } from 'vitest';
import { colorsFor } from './colors.ts';
import { exitCodeOf, renderSummary } from './summary.ts';
import { CRASH, KNOWN, LEAK, runOf, SLOW } from './testing/run-result.ts';

const options = {
  wallMs: 9000,
  results: { file: 'reports/results.json' },
  report: { file: 'reports/report.html' },
  width: 80,
  colors: colorsFor({}, {}),
};

test('the summary is the table, the time, where results and report are, the failures and the count', () => {
  expect(renderSummary([runOf({}), KNOWN, LEAK], options)).toMatchInlineSnapshot(`
    "scenario                 verdict       heap/it.  trend     obj./it.     time
    tenant switches          clean              0 B                   0    5.1 s
      juggler@7.0.3
    mutexes                  leak (known)      16 B                   1    5.1 s
    model registration       leak           12.3 kB                   2    5.1 s
      juggler@7.0.3
      TCPSocketWrap 0.2/it.
      processes 1/it.

    Time: all 9.0 s, subjects 15.4 s, snapshots 3.0 s, analysis 1.5 s, memlab 4.5 s

    Results: reports/results.json
    Report:  reports/report.html

    FAIL model registration · juggler@7.0.3
      Objects grow by 2 per iteration (200 in 100 iterations), more than the allowed 0: DataSource by 2, kept by (GC roots) ▸ Registry.sources.
      handles.TCPSocketWrap grows by 0.2 per iteration (20 in 100 iterations), more than the allowed 0

    3 runs: 2 passed, 1 of them a known leak, 1 failed"
  `);
});

test('a summary without failures ends with the count', () => {
  const lines = renderSummary([runOf({}), runOf({})], options).split('\n\n');
  expect(lines.slice(1)).toMatchInlineSnapshot(`
    [
      "Time: all 9.0 s, subjects 10.2 s, snapshots 2.0 s, analysis 1.0 s, memlab 3.0 s",
      "Results: reports/results.json
    Report:  reports/report.html",
      "2 runs: 2 passed, 0 failed",
    ]
  `);
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

test('results and a report that could not be written are told with the reason, and the runs all the same', () => {
  const lost = renderSummary([runOf({})], { ...options, results: { missing: 'no space left' } });
  expect(lost).toContain('No results could be written: no space left');
  expect(lost).toContain('1 run: 1 passed');
  const summary = renderSummary([runOf({})], { ...options, report: { missing: 'no space left' } });
  expect(summary).toContain('No report could be written: no space left');
});
