import { expect, test } from 'vitest';
import { colorsFor } from './colors.ts';
import { renderPhases, renderTable } from './table.ts';
import { CRASH, KNOWN, LEAK, runOf, SLOW } from './testing/run-result.ts';
import { samplesOf } from './testing/samples.ts';

const plain = colorsFor({}, {});

test('the table has a row per run, with its package and what else grows below its name', () => {
  expect(renderTable([runOf({}), LEAK, KNOWN, CRASH, SLOW], plain, 80)).toMatchInlineSnapshot(`
    "scenario                 verdict       heap/it.  trend     obj./it.     time
    tenant switches          clean              0 B                   0    5.1 s
      juggler@7.0.3
    model registration       leak           12.3 kB                   2    5.1 s
      juggler@7.0.3
      TCPSocketWrap 0.2/it.
      processes 1/it.
    mutexes                  leak (known)      16 B                   1    5.1 s
    pdf failures             crashed              -                   -    5.1 s
    slow                     clean, but         0 B                   0    5.1 s
                             failed"
  `);
});

test('only the verdict is painted', () => {
  const colors = colorsFor({ isTTY: true }, {});
  const table = renderTable([LEAK], colors, 80);
  expect(table.replace(colors.red('leak'), 'leak')).toBe(renderTable([LEAK], plain, 80));
});

test('the time of all runs is told by phase', () => {
  expect(renderPhases([runOf({}), runOf({})], 11_000)).toMatchInlineSnapshot(
    `"all 11.0 s, subjects 10.2 s, snapshots 2.0 s, analysis 1.0 s, memlab 3.0 s"`,
  );
});

test('no line is wider than the terminal, and on a wide one nothing is wrapped', () => {
  const long = runOf({
    scenario: 'a scenario whose author had a lot to say about what it does',
    package: { name: '@scope/a-package-with-quite-a-long-name', version: '2.0.450+di.2.0.450' },
    verdict: 'nothing-measured',
    passed: false,
    samples: samplesOf({ rate: 0 }),
  });
  const widths = (width: number) =>
    renderTable([long, LEAK], plain, width)
      .split('\n')
      .map(({ length }) => length);
  expect(Math.max(...widths(80))).toBeLessThanOrEqual(80);
  expect(renderTable([long], plain, 160)).toContain(long.scenario);
});
