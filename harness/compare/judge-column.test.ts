import { describe, expect, test } from 'vitest';
import type { RunResult } from '../run/result.ts';
import { judgeColumn, verdictOf } from './judge-column.ts';
import { metricRows } from './metric-rows.ts';
import { leakOf, runOf } from './testing/run.ts';

function judged(first: RunResult, last: RunResult) {
  const columns = [[first], [last]];
  return judgeColumn(columns.map(verdictOf), ['1.0.0', '2.0.0'], metricRows(columns), 1);
}

describe('the last version against the first', () => {
  test('a leak that is new makes it worse, and says all that is worse', () => {
    expect(judged(runOf({}), leakOf())).toEqual({
      change: 'worse',
      reason:
        '2.0.0 is worse than 1.0.0: it leaks, heap from 0 B/iteration to 56 B/iteration, objects from 0/iteration to 1/iteration',
    });
  });

  test('a leak that is gone makes it better', () => {
    expect(judged(leakOf(), runOf({})).reason).toBe(
      '2.0.0 is better than 1.0.0: it no longer leaks, heap from 56 B/iteration to 0 B/iteration, objects from 1/iteration to 0/iteration',
    );
  });

  test('two runs of the same are within noise', () => {
    expect(judged(leakOf(), leakOf()).change).toBe('within noise');
    expect(judged(runOf({}), runOf({})).change).toBe('within noise');
  });

  test('one thing worse outweighs another that is better', () => {
    const sockets = leakOf({ growth: { heapBytes: 56, handles: { TCPSocketWrap: 1 } } });
    const rows = leakOf({ classes: { Row: 3 }, growth: { heapBytes: 200 } });
    expect(judged(sockets, rows).change).toBe('worse');
    expect(judged(rows, sockets)).toEqual({
      change: 'worse',
      reason:
        '2.0.0 is worse than 1.0.0: handles from 0/iteration to 1/iteration; better is heap from 200 B/iteration to 56 B/iteration, objects from 3/iteration to 1/iteration',
    });
  });

  test('resident memory, speed, gauges and what outlives teardown are shown and do not decide', () => {
    const busy = runOf({
      opsPerSecond: 1,
      growth: { rssBytes: 900_000, gauges: { rows: 5 } },
      afterTeardown: { heapBytes: 9e6, objects: 1, handles: {}, processes: 0, fds: 0 },
    });
    expect(judged(runOf({}), busy).change).toBe('within noise');
  });

  test.each(['crashed', 'inconclusive', 'nothing-measured'] as const)('a %s run cannot be compared', (verdict) => {
    expect(judged(runOf({}), runOf({ verdict }))).toEqual({
      change: 'not comparable',
      reason: `2.0.0 cannot be compared with 1.0.0: 2.0.0 is ${verdict}`,
    });
    expect(judged(runOf({ verdict }), runOf({})).reason).toContain(`1.0.0 is ${verdict}`);
  });

  test('a cache that fills up is no leak, however fast it did', () => {
    expect(judged(runOf({}), runOf({ verdict: 'saturating', growth: { heapBytes: 5_000 } })).change).toBe(
      'within noise',
    );
  });
});

test('rounds that disagree are inconclusive, and one that crashed has crashed', () => {
  expect(verdictOf([runOf({}), leakOf()])).toBe('inconclusive');
  expect(verdictOf([leakOf(), leakOf()])).toBe('leak');
  expect(verdictOf([runOf({}), runOf({ verdict: 'crashed' })])).toBe('crashed');
});
