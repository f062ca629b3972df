import { expect, test } from 'vitest';
import { assess } from './assess.ts';
import { evidenceOf, type Picture, STRICT } from './testing/picture.ts';
import { runToEnd } from './testing/run-to-end.ts';
import type { Allowances } from './types.ts';
import { type Wish, wantsMore } from './wants-more.ts';

function wants(picture: Picture, { doublings = 0, allowances = STRICT } = {}): Wish {
  const evidence = evidenceOf(picture, doublings);
  return wantsMore(assess(evidence, allowances), allowances, evidence.segments.length);
}

test('a run in which nothing grows is long enough', () => {
  expect(wants({ heap: () => 5e6, classes: { Entry: () => 7 } })).toBe('none');
});

test('growth has to go on in a doubled run before it is called a leak', () => {
  for (const picture of [{ classes: { Entry: (i: number) => i } }, { fds: (i: number) => i }]) {
    expect(wants(picture)).toBe('needed');
  }
  expect(wants({ fds: (i) => i }, { doublings: 1 })).toBe('none');
});

test('where only objects grow, it pays to go on: they may be the entries of a large cache', () => {
  expect(wants({ classes: { Entry: (i) => i } }, { doublings: 1 })).toBe('worthwhile');
});

test('what has grown by more than any cache would needs no longer run', () => {
  const picture = { heap: (i: number) => 1_000_000 * i, classes: { Entry: (i: number) => i } };
  expect(wants(picture, { doublings: 1 })).toBe('none');
});

test('one class that is certain to grow is an answer, whatever else is in doubt', () => {
  const classes = { Leak: (i: number) => i, Late: (i: number) => Math.max(0, i - 100) };
  expect(wants({ classes }, { doublings: 1 })).toBe('worthwhile');
  expect(wants({ classes: { Late: classes.Late } }, { doublings: 1 })).toBe('needed');
});

test('bytes that grow and no object explains have to go on to be a leak', () => {
  expect(wants({ heap: (i) => 100 * i }, { doublings: 1 })).toBe('worthwhile');
  expect(wants({ heap: (i) => 100 * i })).toBe('needed');
});

test('16 MB that have come and stay are no reason to stop, and neither are as many pieces', () => {
  const filled = { heap: (i: number) => 1_000_000 * Math.min(i, 50), classes: { Entry: (i: number) => i } };
  expect(wants(filled, { doublings: 1 })).toBe('worthwhile');
  const many = { gauges: { bytes: (i: number) => 1e6 * Math.floor(i / 40) } };
  const allowances = { ...STRICT, gauges: { bytes: { perIteration: 0, written: '0' } } };
  expect(wants(many, { allowances })).toBe('needed');
});

test('native memory, which is judged before the first snapshot, makes no run longer', () => {
  expect(wants({ rss: (i) => 50_000 * i })).toBe('none');
});

test('a run with growth that slows down is doubled until the growth stops', () => {
  expect(wants({ classes: { Entry: (i) => Math.min(i, 70) } })).toBe('needed');
  expect(runToEnd({ classes: { Entry: (i) => Math.min(i, 70) } }).doublings).toBe(1);
});

test('a run in which chance is not excluded is doubled', () => {
  expect(wants({ fds: (i) => Math.floor(i / 40) })).toBe('needed');
});

test('what no threshold judges makes no run longer', () => {
  expect(wants({ gauges: { rows: (i) => i } })).toBe('none');
});

test('growth that is allowed makes no run longer', () => {
  const allowances: Allowances = {
    ...STRICT,
    heap: { perIteration: 20, written: '20 B' },
    objects: { perIteration: 2, written: '2' },
  };
  expect(wants({ heap: (i) => 16 * i, classes: { Entry: (i) => i } }, { allowances })).toBe('none');
});

test('a class that fell and rises again is not known to be steady, although it is below where it was', () => {
  expect(wants({ classes: { Entry: (i) => [10, 0, 5][i / 50] as number } })).toBe('needed');
});

test('a class that falls does not make room for another', () => {
  const allowances: Allowances = { ...STRICT, objects: { perIteration: 0.5, written: '0.5' } };
  const classes = { Entry: (i: number) => 0.6 * i, Other: (i: number) => [90, 0, 5][i / 50] as number };
  expect(wants({ classes }, { allowances })).toBe('needed');
});
