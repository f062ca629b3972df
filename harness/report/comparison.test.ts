import { expect, test } from 'vitest';
import { compare } from '../compare/compare.ts';
import { parseRule } from '../compare/rules.ts';
import type { RunResult } from '../run/result.ts';
import { colorsFor } from './colors.ts';
import { renderMarkdown } from './comparison-markdown.ts';
import { renderComparison } from './comparison-text.ts';
import { runOf } from './testing/run-result.ts';

const first = runOf({ package: { name: 'juggler', version: '5.2.5' } });
const last = runOf({
  package: { name: 'juggler', version: '5.2.6' },
  verdict: 'leak',
  passed: false,
  growth: { heapBytes: 24_200, heapBytesLow: 24_180, heapBytesHigh: 25_100, objects: 2 },
  classes: [
    {
      name: 'closure get (model|proxy.ts:12)',
      perIteration: 2,
      count: 200,
      shallowBytes: 6_400,
      retainedBytes: 2_420_000,
      retainerPath: ['(GC roots)', 'Registry.owners', 'Map'],
      definedAt: null,
      allocatedAt: [],
      package: null,
    },
  ],
});

const compared = (...runs: RunResult[]) =>
  compare({
    columns: runs.map((run) => ({ written: null, rounds: [run] })),
    incomplete: null,
    rules: [parseRule('new-class')],
    file: 'a.ts',
    startedAt: new Date(0),
    wallMs: 0,
  });

test('the table has a column per version, and the outcome comes last', () => {
  expect(renderComparison(compared(first, last), colorsFor({}, {}))).toMatchInlineSnapshot(`
    "tenant switches
    ┌────────────────────────────────────┬───────┬──────────────────────┐
    │ juggler                            │ 5.2.5 │                5.2.6 │
    ├────────────────────────────────────┼───────┼──────────────────────┤
    │ verdict                            │ clean │                 leak │
    │                                    │       │                worse │
    │ heap/iteration                     │   0 B │              24.2 kB │
    │                                    │       │ (24.2 kB to 25.1 kB) │
    │                                    │       │                worse │
    │ objects/iteration                  │     0 │                    2 │
    │                                    │       │                worse │
    │ handles/iteration                  │     0 │                    0 │
    │                                    │       │         within noise │
    │ afterTeardown/iteration            │   0 B │                  0 B │
    │                                    │       │         within noise │
    │ speed at the start                 │   0/s │                  0/s │
    │                                    │       │         within noise │
    │ closure get (model|proxy.ts) (new) │     0 │                    2 │
    └────────────────────────────────────┴───────┴──────────────────────┘
    FAIL new-class: new among what grows: closure get (model|proxy.ts)
    5.2.6 is worse than 5.2.5: it leaks, heap from 0 B/iteration to 24.2 kB/iteration, objects from 0/iteration to 2/iteration."
  `);
});

test('what is half as much is told so, and what is gone or has turned is no times as much', () => {
  const leaking = (heapBytes: number) =>
    runOf({ verdict: 'leak', growth: { heapBytes, heapBytesLow: heapBytes, heapBytesHigh: heapBytes } });
  const heapOf = (...rates: number[]) =>
    renderComparison(compared(...rates.map(leaking)), colorsFor({}, {})).match(/×-?[\d.]+ \w+/g);
  expect(heapOf(1000, 500)).toEqual(['×0.5 better']);
  expect(heapOf(1000, 0)).toBeNull();
  expect(heapOf(1000, -500)).toBeNull();
});

test('a version that could not be measured says why', () => {
  const crashed = runOf({ verdict: 'crashed', passed: false, reason: 'Timed out after 60 s, during batch.' });
  const text = renderComparison(compared(first, crashed), colorsFor({}, {}));
  expect(text).toContain('7.0.3: Timed out after 60 s, during batch.');
  expect(text).toMatch(/7\.0\.3 cannot be compared with 5\.2\.5: 7\.0\.3 is crashed\.$/);
});

test('a class that grows only between the first version and the last is called that', () => {
  const text = renderComparison(compared(first, last, first), colorsFor({}, {}));
  expect(text).toContain('closure get (model|proxy.ts) (in between)');
});

test('Markdown is a table that a name cannot break, with what keeps the new classes', () => {
  expect(renderMarkdown(compared(first, last))).toMatchInlineSnapshot(`
    "### ❌ tenant switches

    5.2.6 is worse than 5.2.5: it leaks, heap from 0 B/iteration to 24.2 kB/iteration, objects from 0/iteration to 2/iteration.

    - \`new-class\`: new among what grows: closure get (model&#124;proxy.ts)

    | juggler | 5.2.5 | 5.2.6 |
    | --- | --: | --: |
    | verdict | clean | 🔴 leak<br>worse |
    | heap/iteration | 0 B | 🔴 24.2 kB<br>(24.2 kB to 25.1 kB)<br>worse |
    | objects/iteration | 0 | 🔴 2<br>worse |
    | handles/iteration | 0 | 0<br>within noise |
    | afterTeardown/iteration | 0 B | 0 B<br>within noise |
    | speed at the start | 0/s | 0/s<br>within noise |
    | closure get (model&#124;proxy.ts) (new) | 0 | 2 |

    - new: \`closure get (model|proxy.ts)\`, kept by \`(GC roots) ▸ Registry.owners ▸ Map\`
    "
  `);
});
