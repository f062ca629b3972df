import { expect, test } from 'vitest';
import { assess } from './assess.ts';
import { nextIterations, nextStep, type Standing } from './next-step.ts';
import { evidenceOf, type Picture, STRICT } from './testing/picture.ts';

/** What to do with a run that looks like this after so many doublings. */
function next(picture: Picture, given: Partial<Standing> = {}): ReturnType<typeof nextStep> {
  const { doublings = 1 } = given;
  const evidence = evidenceOf(picture, doublings);
  const assessment = assess(evidence, STRICT);
  const segments = evidence.segments.length;
  return nextStep({ assessment, allowances: STRICT, segments, doublings, expected: false, hasTime: true, ...given });
}

const ENTRIES: Picture = { classes: { Entry: (i) => i } };
/** Flat, but that it rises once more in the last part of a run of any length. */
const late = (doublings: number): Picture => ({ fds: (i) => (i < 100 * 2 ** doublings ? 0 : 1) });

test('a run in which nothing grows is judged', () => {
  expect(next({})).toBe('judge');
});

test('growth that looks like a leak is followed for three doublings, what is in doubt for four', () => {
  expect([0, 1, 2, 3].map((doublings) => next(ENTRIES, { doublings }))).toEqual([
    'double',
    'double',
    'double',
    'judge',
  ]);
  expect([3, 4].map((doublings) => next(late(doublings), { doublings }))).toEqual(['double', 'judge']);
});

test('the known leak and nothing else is judged at once', () => {
  expect(next(ENTRIES, { doublings: 0, expected: true })).toBe('judge');
});

test('without time a leak is judged as far as it was seen, and what is in doubt stays so', () => {
  expect(next(ENTRIES, { hasTime: false })).toBe('judge');
  expect(next(ENTRIES, { doublings: 0, hasTime: false })).toBe('out-of-time');
});

test('a doubling is as long as what was measured, or, where only a store grows, as all that was ever run', () => {
  const iterations = (picture: Picture) => nextIterations(assess(evidenceOf(picture, 1), STRICT), 200, 260);
  const store = (i: number) => 100 * i;
  expect(iterations(ENTRIES)).toBe(200);
  expect(iterations({})).toBe(200);
  expect(iterations({ store })).toBe(260);
  expect(iterations({ store, classes: { Cache: (i) => Math.min(i, 100) } })).toBe(260);
  expect(iterations({ store, classes: { Entry: (i) => i, Cache: (i) => Math.min(i, 100) } })).toBe(200);
});
