import { expect, test } from 'vitest';
import { samplesOf } from '../../../testing/samples.ts';
import { intervalsOf } from './intervals.ts';

test('the survivors of each interval between two snapshots are told per iteration', () => {
  expect(intervalsOf([100, 25], samplesOf({ rate: 16 }))).toEqual([
    { from: 0, to: 50, count: 100, perIteration: 2 },
    { from: 50, to: 100, count: 25, perIteration: 0.5 },
  ]);
});

test('without counts, or with as many as do not fit the snapshots, there are none', () => {
  expect(intervalsOf(undefined, samplesOf({ rate: 16 }))).toEqual([]);
  expect(intervalsOf([100], samplesOf({ rate: 16 }))).toEqual([]);
  expect(intervalsOf([100, 25], [])).toEqual([]);
});
