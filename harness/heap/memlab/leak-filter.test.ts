import { expect, test } from 'vitest';
import { leakFilter } from './leak-filter.ts';

/** Whether a class of the census lets a node pass. */
function passes(className: string, type: string, name: string, line?: number): boolean {
  return leakFilter([className])({ type, name }, line).length > 0;
}

test('a plain name selects the objects of that constructor only', () => {
  expect(passes('DataSource', 'object', 'DataSource')).toBe(true);
  expect(passes('DataSource', 'object', 'DataSources')).toBe(false);
  expect(passes('DataSource', 'closure', 'DataSource')).toBe(false);
  expect(passes('DataSource', 'string', 'DataSource')).toBe(false);
  expect(passes('(anonymous class)', 'object', '')).toBe(true);
});

test('a star stands for a number', () => {
  expect(passes('AnonymousModel_*', 'object', 'AnonymousModel_17')).toBe(true);
  expect(passes('AnonymousModel_*', 'object', 'AnonymousModel_x')).toBe(false);
});

test('signs that mean something in a pattern mean themselves', () => {
  expect(passes('$.a+b', 'object', '$.a+b')).toBe(true);
  expect(passes('$.a+b', 'object', '$.aab')).toBe(false);
});

test('a closure with its place selects that name on that line', () => {
  const className = 'closure onAbort (lib/listener.js:12)';
  expect(passes(className, 'closure', 'onAbort', 12)).toBe(true);
  expect(passes(className, 'closure', 'onAbort', 13)).toBe(false);
  expect(passes(className, 'closure', 'onAbort')).toBe(false);
  expect(passes(className, 'closure', 'other', 12)).toBe(false);
  expect(passes(className, 'object', 'onAbort', 12)).toBe(false);
});

test('a closure without a place selects that name on any line', () => {
  expect(passes('closure onAbort', 'closure', 'onAbort', 12)).toBe(true);
  expect(passes('closure onAbort', 'closure', 'onAbort')).toBe(true);
  expect(passes('closure onAbort', 'closure', 'onAbortAll', 12)).toBe(false);
});

test('an anonymous closure is told apart by its line', () => {
  expect(passes('closure (anonymous) (node:events:40)', 'closure', '', 40)).toBe(true);
  expect(passes('closure (anonymous) (node:events:40)', 'closure', '', 41)).toBe(false);
  expect(passes('closure (anonymous)', 'closure', '', 41)).toBe(true);
});

test.each([
  ['string', 'string'],
  ['string', 'concatenated string'],
  ['string', 'sliced string'],
  ['RegExp', 'regexp'],
  ['symbol', 'symbol'],
  ['bigint', 'bigint'],
])('%s selects a node of type %s', (className, type) => expect(passes(className, type, 'any text')).toBe(true));

test('a node of two classes asked for is in both, and hidden nodes are in none', () => {
  const filter = leakFilter(['closure f', 'closure f (a.js:3)', 'code']);
  expect(filter({ type: 'closure', name: 'f' }, 3)).toEqual(['closure f', 'closure f (a.js:3)']);
  expect(filter({ type: 'code', name: 'code' }, undefined)).toEqual([]);
});
