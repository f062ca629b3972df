import { expect, test } from 'vitest';
import { assess } from './assess.ts';
import { isExpected } from './expected.ts';
import { grownIn } from './grown.ts';
import type { Expectation } from './known.ts';
import { kept } from './testing/case.ts';
import { evidenceOf, type Picture, STRICT } from './testing/picture.ts';

const each = (i: number) => i;
const groups = [kept(100, 'Entry', '(GC roots) ▸ Registry.entries')];
const entry = (fields: Partial<Expectation> = {}): Expectation => ({
  class: 'Entry',
  reason: 'it is cached',
  ...fields,
});

function expected(picture: Picture, ...expectations: Expectation[]): boolean {
  return isExpected(assess(evidenceOf(picture), STRICT), STRICT, groups, expectations);
}

const LEAK: Picture = { classes: { Entry: each } };

test('a leak is expected when an entry names it', () => {
  expect(expected(LEAK, entry({ perIteration: 1, retainer: 'Registry' }))).toBe(true);
});

test('a leak is not expected when no entry names it', () => {
  expect(expected(LEAK)).toBe(false);
  expect(expected({})).toBe(false);
  expect(expected({ classes: { Entry: each, Row: each } }, entry())).toBe(false);
});

test('a leak is not expected when one of the entries is not met', () => {
  expect(expected(LEAK, entry(), entry({ class: 'Row' }))).toBe(false);
  expect(expected(LEAK, entry({ perIteration: 2 }))).toBe(false);
});

test('a leak is not expected as long as anything beside it is in doubt, be it a metric or a class', () => {
  expect(expected({ ...LEAK, fds: (i) => Math.floor(i / 40) }, entry())).toBe(false);
  expect(expected({ classes: { Entry: each, Row: (i) => Math.max(0, i - 50) } }, entry())).toBe(false);
  expect(expected({ classes: { Entry: each, Row: (i) => Math.min(i, 70) } }, entry())).toBe(false);
});

test('bytes follow from objects and handles, and are named where nothing else grows', () => {
  const named = (picture: Picture) => {
    const { classes, handles } = grownIn(assess(evidenceOf(picture), STRICT), []);
    return [...classes.map(({ name }) => name), ...Object.keys(handles)];
  };
  const heap = (i: number) => 16 * i;
  expect(named({ heap })).toEqual(['heap']);
  expect(named({ ...LEAK, heap })).toEqual(['Entry']);
  expect(named({ handles: { Timeout: each }, heap })).toEqual(['Timeout']);
  expect(named({ ...LEAK, handles: { Timeout: each }, fds: each, heap })).toEqual(['Entry', 'Timeout', 'fds']);
});
