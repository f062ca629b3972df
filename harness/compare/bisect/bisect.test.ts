import { describe, expect, test } from 'vitest';
import type { RunResult } from '../../run/result.ts';
import { leakOf, runOf } from '../testing/run.ts';
import { bisect, givenUp, type Tried } from './bisect.ts';
import type { Step } from './bisection.ts';
import { exitCodeOf } from './exit-code.ts';
import { sideOf } from './sides.ts';
import { versionsBetween } from './versions-between.ts';

const clean = runOf({});
const leak = leakOf();

async function findIn(outcomes: (RunResult | string)[]) {
  const measure = async (i: number): Promise<Tried> => {
    const outcome = outcomes[i] as RunResult | string;
    return typeof outcome === 'string' ? { run: null, reason: outcome } : { run: outcome };
  };
  const candidates = outcomes.map((_, i) => `1.${i}.0`);
  return bisect({ kind: 'versions', candidates, measure, onStep: () => {} });
}

describe('a bisection', () => {
  test('names the version that introduced a leak', async () => {
    const { before, after, summary } = await findIn([clean, clean, clean, leak, leak, leak]);
    expect({ before, after }).toEqual({ before: '1.2.0', after: '1.3.0' });
    expect(summary).toBe('1.3.0 introduced the leak; 1.2.0 is the last before it (4 of 6 tried).');
  });

  test('names the version that fixed a leak', async () => {
    expect((await findIn([leak, leak, clean, clean])).summary).toMatch(/^1\.2\.0 fixed the leak; 1\.1\.0 is the last/);
  });

  test('names the version that made a leak worse', async () => {
    const worse = leakOf({ classes: { Row: 3 }, growth: { heapBytes: 168 } });
    expect((await findIn([leak, leak, worse, worse])).summary).toMatch(/^1\.2\.0 made it worse/);
  });

  test('says between which versions the change lies when the one itself cannot be tried', async () => {
    const outcome = await findIn([clean, clean, 'no such dependency', runOf({ verdict: 'crashed' }), leak]);
    expect(outcome.between).toEqual(['1.2.0', '1.3.0']);
    expect(outcome.summary).toBe(
      'One of 1.2.0, 1.3.0, 1.4.0 introduced the leak; 1.1.0 is the last before it, and 2 could not be told (5 of 5 tried).',
    );
    expect(
      outcome.steps
        .filter(({ answer }) => answer === 'unknown')
        .map(({ label }) => label)
        .sort(),
    ).toEqual(['1.2.0', '1.3.0']);
  });

  test.each<[string, (RunResult | string)[], string]>([
    [
      'an end that cannot be installed',
      [clean, clean, 'no network'],
      '1.2.0 cannot be tried, and it is an end of the range: no network',
    ],
    [
      'an end without a verdict',
      [runOf({ verdict: 'crashed', reason: 'It died.' }), leak],
      '1.0.0 is crashed, and it is an end of the range: It died.',
    ],
  ])('refuses %s', async (_, outcomes, sentence) => {
    await expect(findIn(outcomes)).rejects.toThrow(sentence);
  });
});

test('ends that do not differ are an answer, and nothing between them is run', async () => {
  const finding = await findIn([leak, leak, leak]);
  expect(finding).toMatchObject({ before: null, after: null, between: [], change: null, incomplete: null });
  expect(finding.steps).toHaveLength(2);
  expect(finding.summary).toBe(
    'There is nothing to find between 1.0.0 and 1.2.0: both are leak, and differ by no more than two runs of one version do.',
  );
  expect(exitCodeOf(finding)).toBe(1);
  const filled = runOf({ verdict: 'saturating', growth: { heapBytes: 90, heapBytesLow: 80, heapBytesHigh: 100 } });
  expect((await findIn([clean, filled])).summary).toContain('one is clean, the other saturating');
});

test('a search ends with 0 when it names one candidate, and with 3 when it cannot', async () => {
  expect(exitCodeOf(await findIn([clean, clean, leak]))).toBe(0);
  expect(exitCodeOf(await findIn([clean, 'no network', leak]))).toBe(3);
});

test('an end that cannot be searched from is a step all the same, and what was tried is kept', async () => {
  const steps: Step[] = [];
  const outcomes = [clean, clean, runOf({ verdict: 'inconclusive', reason: 'Too few.' })];
  const bisected = {
    kind: 'versions' as const,
    candidates: ['1.0.0', '1.1.0', '1.2.0'],
    measure: async (i: number): Promise<Tried> => ({ run: outcomes[i] as RunResult }),
    onStep: (step: Step) => steps.push(step),
  };
  const reason = await bisect(bisected).catch((error: Error) => error.message);
  const finding = givenUp(bisected, steps, reason as string);
  expect(finding.steps.map(({ label, answer, run }) => [label, answer, run?.verdict])).toEqual([
    ['1.0.0', 'first', 'clean'],
    ['1.2.0', 'unknown', 'inconclusive'],
  ]);
  expect(finding).toMatchObject({ before: null, after: null, change: null });
  expect(finding.summary).toBe('Not completed: 1.2.0 is inconclusive, and it is an end of the range: Too few.');
  expect(exitCodeOf(finding)).toBe(3);
});

test('where only one end leaks, leaking alone decides', () => {
  const other = leakOf({ classes: { Row: 9 }, growth: { heapBytes: 900 } });
  expect(sideOf(clean, leak, other)).toBe('last');
  expect(sideOf(clean, leak, runOf({ verdict: 'saturating' }))).toBe('first');
  expect(sideOf(clean, leak, runOf({ verdict: 'nothing-measured' }))).toBe('unknown');
});

describe('the versions between two', () => {
  const published = ['1.0.0', '1.10.0', '1.2.0', '2.0.0-beta.1', '2.0.0', '3.0.0'];

  test('come in the order of semver, with the ends and without prereleases', () => {
    expect(versionsBetween('3.0.0', '1.0.0', published)).toEqual(['1.0.0', '1.2.0', '1.10.0', '2.0.0', '3.0.0']);
  });

  test('include prereleases when an end is one', () => {
    expect(versionsBetween('2.0.0-beta.1', '3.0.0', published)).toEqual(['2.0.0-beta.1', '2.0.0', '3.0.0']);
  });

  test('need two versions', () => {
    expect(() => versionsBetween('fixed', '3.0.0', published)).toThrow('fixed has no place among the versions');
    expect(() => versionsBetween('3.0.0', '3.0.0', published)).toThrow('3.0.0 and 3.0.0 are one version; give two');
  });
});
