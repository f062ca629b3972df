import { expect, test } from 'vitest';
import { fuiteRule, fuiteSuspects } from './fuite-rule.ts';

const NOTHING = { classes: [], collections: [], bytes: 700 };

test('fuite suspects what has grown by a multiple of its seven iterations', () => {
  const classes = [
    { name: 'Page', more: 14 },
    { name: 'Row', more: 13 },
    { name: 'Gone', more: -7 },
    { name: 'Same', more: 0 },
  ];
  expect(fuiteSuspects({ ...NOTHING, classes, collections: [1, 7, 8] })).toEqual(['Page', 'a collection by 7']);
});

test('fuite does not suspect the engine’s own classes', () => {
  expect(fuiteRule({ ...NOTHING, classes: [{ name: '(array)', more: 7 }] })).toBe(false);
});

test('fuite calls it a leak only when the heap has grown as well', () => {
  const view = { ...NOTHING, classes: [{ name: 'Page', more: 7 }] };
  expect(fuiteRule(view)).toBe(true);
  expect(fuiteRule({ ...view, bytes: 3 })).toBe(false);
});
