import { expect, test } from 'vitest';
import { colorsFor } from './colors.ts';
import { renderPhases, renderTable } from './table.ts';
import { CRASH, KNOWN, LEAK, runOf, SLOW } from './testing/run-result.ts';

const plain = colorsFor({}, {});

test('the table has a row per run', () => {
  expect(renderTable([runOf({}), LEAK, KNOWN, CRASH, SLOW], plain)).toMatchInlineSnapshot(`
    "┌────────────────────┬───────────────┬───────────────────┬────────────────┬───────────────────┬───────────────────┬───────┐
    │ scenario           │ package       │ verdict           │ heap/iteration │ objects/iteration │ handles/iteration │  time │
    ├────────────────────┼───────────────┼───────────────────┼────────────────┼───────────────────┼───────────────────┼───────┤
    │ tenant switches    │ juggler@7.0.3 │ clean             │            0 B │                 0 │                 0 │ 5.1 s │
    │ model registration │ juggler@7.0.3 │ leak              │        12.3 kB │                 2 │ TCPSocketWrap 0.2 │ 5.1 s │
    │                    │               │                   │                │                   │       processes 1 │       │
    │ mutexes            │ -             │ leak (known)      │           16 B │                 1 │                 0 │ 5.1 s │
    │ pdf failures       │ -             │ crashed           │              - │                 - │                 - │ 5.1 s │
    │ slow               │ -             │ clean, but failed │            0 B │                 0 │                 0 │ 5.1 s │
    └────────────────────┴───────────────┴───────────────────┴────────────────┴───────────────────┴───────────────────┴───────┘"
  `);
});

test('only the verdict is painted', () => {
  const colors = colorsFor({ isTTY: true }, {});
  const table = renderTable([LEAK], colors);
  expect(table.replace(colors.red('leak'), 'leak')).toBe(renderTable([LEAK], plain));
});

test('the time of all runs is told by phase', () => {
  expect(renderPhases([runOf({}), runOf({})], 11_000)).toMatchInlineSnapshot(
    `"subjects 10.2 s, of that work 4.0 s, snapshots 2.0 s, analysis 1.0 s, memlab (beside the next subject) 3.0 s, all 11.0 s"`,
  );
});
