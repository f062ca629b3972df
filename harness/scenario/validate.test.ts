import { expect, test } from 'vitest';
import { validateScenario } from './validate.ts';

const fun = { kind: 'function' };

/** The sentences that a scenario with these fields gets, without the file's name before each. */
function mistakes(options: unknown, name = 'a'): string[] {
  try {
    validateScenario({ name, options } as Parameters<typeof validateScenario>[0], 'a.scenario.ts');
    return [];
  } catch (error) {
    const lines = (error as Error).message.split('\n');
    return lines.map((line) => line.replace(/^a\.scenario\.ts: /, ''));
  }
}

test('every mistake is told, once, each with its field', () => {
  const wrong = { iterations: 2, batches: '3', heep: 1, timeOut: 2, iterate: fun, env: { A: 1, B: 2 } };
  const told = mistakes(wrong, '').map((line) => line.replace(/; .*/, ''));
  expect(told.toSorted()).toEqual([
    "batches is '3'",
    'env.A is 1',
    'env.B is 2',
    'heep is no field of a scenario',
    'iterations is 2',
    "the name is ''",
    'timeOut is no field of a scenario',
  ]);
});

test('several mistakes within thresholds and known entries are told by their place', () => {
  const wrong = {
    iterate: fun,
    thresholds: { heap: '5 XB', object: 1, handle: 0 },
    known: [{ class: 'A' }, { class: '', reason: 'r', until: 'x' }],
  };
  expect(mistakes(wrong).map((line) => line.split(/[ :]/)[0])).toEqual([
    'thresholds.heap',
    'thresholds.object',
    'thresholds.handle',
    'known.0.reason',
    'known.1.class',
    'known.1.until',
  ]);
});

test('what does not fit together is told beside what is wrong by itself', () => {
  const wrong = { iterate: fun, warmup: 0, package: 'b', thresholds: { gauges: { rows: 0, lines: 0 } } };
  expect(mistakes(wrong).map((line) => line.replace(/;.*/, ''))).toEqual([
    'warmup is 0',
    'versions is missing',
    'thresholds.gauges.rows limits a gauge that gauges does not define',
    'thresholds.gauges.lines limits a gauge that gauges does not define',
  ]);
});

test('what only a wrong field makes wrong is not told', () => {
  expect(mistakes({ iterate: fun, versions: ['1.0.0'], package: 5 })).toEqual([
    "package is 5; it is to be the npm name of the package under test, such as 'lru-cache'",
  ]);
  expect(mistakes({ iterate: fun, batches: 50, iterations: 2 })).toHaveLength(1);
});

test('options that are none get one sentence, and right ones none', () => {
  expect(mistakes(undefined)).toEqual([
    'the second argument of scenario() is undefined; it is to be an object with iterate',
  ]);
  expect(mistakes({ iterate: fun, iterations: 20 })).toEqual([]);
});

test('a text of the file begins no line of its own', () => {
  expect(mistakes({ iterate: fun, 'a\r\nb': 1, only: '', iterations: 'x\n::error::y' })).toHaveLength(3);
});
