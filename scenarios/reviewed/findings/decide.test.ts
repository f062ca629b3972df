import { expect, test } from 'vitest';
import { runOf } from '../../../harness/report/testing/run-result.ts';
import type { RunResult, Sample } from '../../../harness/run/result.ts';
import { type Claim, type GaugeExpectation, ran } from './claim.ts';
import { decide } from './decide.ts';

function claim(decidedBy: Claim['decidedBy']): Claim {
  return { system: 'juggler', by: 'review', claim: 'it leaks', decidedBy, finding: 'confirmed', plain: [] };
}

const leak = runOf({ verdict: 'leak' });
const clean = runOf({ verdict: 'clean' });

test('a claim has its finding when every run ended as it says, and is undecided when one is missing or ended otherwise', () => {
  const leaks = claim(ran('tenant switches', { '7.0.3': 'leak' }));
  expect(decide(leaks, [leak]).finding).toBe('confirmed');
  expect(decide(leaks, [clean]).finding).toBe('undecided');
  expect(decide(leaks, []).finding).toBe('undecided');
  const both = claim(ran('tenant switches', { '5.2.2': 'clean', '7.0.3': 'leak' }));
  expect(decide(both, [leak]).finding).toBe('undecided');
  const older = runOf({ package: { name: 'juggler', version: '5.2.2' } });
  expect(decide(both, [leak, older])).toEqual({ finding: 'confirmed', runs: [older, leak] });
});

test('what fills up and stops counts as clean and as draining, and not as a leak', () => {
  const filling = runOf({ verdict: 'saturating' });
  expect(decide(claim(ran('tenant switches', { '7.0.3': 'draining' })), [filling]).finding).toBe('confirmed');
  expect(decide(claim(ran('tenant switches', { '7.0.3': 'clean' })), [filling]).finding).toBe('confirmed');
  expect(decide(claim(ran('tenant switches', { '7.0.3': 'leak' })), [filling]).finding).toBe('undecided');
});

test('of several runs of one kind the last one counts', () => {
  const leaks = claim(ran('tenant switches', { '7.0.3': 'leak' }));
  expect(decide(leaks, [leak, clean]).finding).toBe('undecided');
  expect(decide(leaks, [clean, leak]).finding).toBe('confirmed');
});

/** A run whose gauge has these values in turn; the first one before the measured iterations, none in teardown. */
function gauged(...values: number[]): RunResult {
  const samples = values.map((models, i) => ({ iteration: i - 1, gauges: { models } }) as unknown as Sample);
  return runOf({ samples: [...samples, { iteration: values.length, gauges: {} } as unknown as Sample] });
}

test.each([
  ['grows', gauged(0, 1, 1, 3), gauged(0, 3, 3)],
  ['steady', gauged(0, 3, 3), gauged(0, 1, 1, 3)],
  [{ atLeast: 99 }, gauged(0, 100, 99), gauged(100, 100, 98)],
  [{ atMost: 1 }, gauged(5, 2, 1), gauged(0, 0, 2)],
] as [GaugeExpectation, RunResult, RunResult][])('a gauge that is to be %o', (expectation, as, otherwise) => {
  const about = claim(ran('tenant switches', { '7.0.3': 'clean' }, { models: expectation }));
  expect(decide(about, [as]).finding).toBe('confirmed');
  expect(decide(about, [otherwise]).finding).toBe('undecided');
  expect(decide(about, [clean]).finding).toBe('undecided');
});
