import { expect, test } from 'vitest';
import { colorsFor } from './colors.ts';
import { renderFailures } from './failures.ts';
import { CRASH, KNOWN, LEAK, runOf, SLOW } from './testing/run-result.ts';

const plain = colorsFor({}, {});

test('each run that failed is told with every sentence about it, once, and a crash with where its output is', () => {
  expect(renderFailures([runOf({}), LEAK, KNOWN, CRASH, SLOW], plain)).toMatchInlineSnapshot(`
    "FAIL model registration · juggler@7.0.3
      Objects grow by 2 per iteration (200 in 100 iterations), more than the allowed 0: DataSource by 2, kept by (GC roots) ▸ Registry.sources.
      handles.TCPSocketWrap grows by 0.2 per iteration (20 in 100 iterations), more than the allowed 0

    FAIL pdf failures
      Timed out after 60 s, during batch.
      its output: reports/logs/pdf-failures.log

    FAIL slow
      Nothing grows over 100 iterations; but the known leak of Entry is gone: remove the entry.
      an iteration takes 2.00 times as long"
  `);
});

test('nothing is told when all have passed', () => {
  expect(renderFailures([runOf({}), KNOWN], plain)).toBe('');
});

test('the word FAIL is red and the title bold', () => {
  const colors = colorsFor({ isTTY: true }, {});
  expect(renderFailures([CRASH], colors).split('\n')[0]).toBe(`${colors.red('FAIL')} ${colors.bold('pdf failures')}`);
});
