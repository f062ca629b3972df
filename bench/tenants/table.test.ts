import { describe, expect, test } from 'vitest';
import { compare } from '../../harness/compare/compare.ts';
import { runOf } from '../../harness/compare/testing/run.ts';
import { type Claim, SUBJECTS } from './claims.ts';
import { judgement, renderTable } from './table.ts';

const at = (value: number) => ({ value, text: '' });
const count: Claim = { title: '', of: { gauge: 'x' }, first: 500, last: 50 };
const heap: Claim = { title: '', of: 'heap', first: null, last: null, less: 0.9 };

describe('a claim', () => {
  test.each([
    [500, 50, 'holds'],
    [500, 0, 'better than claimed'],
    [500, 500, '**does not hold**'],
    [20, 0, 'better than claimed; what is claimed of the first is not met'],
  ])('of 500 against 50, where %i and %i were measured: %s', (first, last, told) => {
    expect(judgement(count, [at(first), at(last)])).toBe(told);
  });

  test.each([
    [100, 5, 'holds: 95 % less'],
    [100, 40, '**does not hold**: 60 % less'],
    [100, 0, 'better than claimed'],
    [0, 0, '**does not hold**: 0 % less'],
  ])('of 90 %% less, where %i and %i were measured: %s', (first, last, told) => {
    expect(judgement(heap, [at(first), at(last)])).toBe(told);
  });

  test('that is not made is not judged', () => {
    expect(judgement({ ...count, first: null, last: null }, [at(1), at(2)])).toBe('');
  });
});

function compared(...runs: ReturnType<typeof runOf>[]) {
  const columns = runs.map((run) => ({ written: null, rounds: [run] as const }));
  return compare({ columns, rules: [], incomplete: null, file: '', startedAt: new Date(0), wallMs: 0 });
}

const sample = (gauges: Record<string, number>) => ({ phase: 'segment 2', gauges }) as never;

test('what is claimed stands beside what is measured', () => {
  const leaky = runOf({
    version: '5.2.5',
    verdict: 'leak',
    growth: { heapBytes: 80_000, gauges: { dataSourcesCreated: 5, liveRegistries: 5, liveProxies: 5 } },
    samples: [sample({ dataSourcesCreated: 1000, liveRegistries: 1000, liveProxies: 1000 })],
  });
  const better = runOf({
    version: '5.2.6',
    verdict: 'leak',
    growth: { heapBytes: 32_000, gauges: { dataSourcesCreated: 5, liveRegistries: 0, liveProxies: 5 } },
    samples: [sample({ dataSourcesCreated: 1000, liveRegistries: 50, liveProxies: 1000 })],
  });
  const [, leftOpen] = SUBJECTS;
  expect(renderTable(leftOpen as (typeof SUBJECTS)[number], compared(leaky, better))).toMatchInlineSnapshot(`
    "**50 tenants x 10 requests, none disconnected** (\`tenant-requests.left-open\`). 5.2.5 ends as leak, 5.2.6 as leak.

    |  | claimed 5.2.5 | claimed 5.2.6 | measured 5.2.5 | measured 5.2.6 | the claim for the last |
    | --- | --: | --: | --: | --: | --- |
    | DataSources created | 500 | 500 | 500 | 500 | holds |
    | live registries | 500 | 50 | 500 | 50 in all, and no more come | holds |
    | live proxies | 500 | 50 | 500 | 500 | **does not hold** |
    | heap |  | 90 % less | 8 MB | 3.2 MB | **does not hold**: 60 % less |"
  `);
  expect(() => renderTable(leftOpen as (typeof SUBJECTS)[number], compared(leaky))).toThrow('has 1 columns');
});
