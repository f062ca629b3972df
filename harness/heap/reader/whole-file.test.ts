import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CASES } from '../testing/random-cases.ts';
import { endsAsWhole } from './whole-file.ts';

/** Texts full of what ends a snapshot. */
const text = fc.string({ unit: fc.constantFrom('"', ']', '}', '\\', ',', '\n', 'x', '[', ' '), maxLength: 8 });
const between = fc.constantFrom(',', ',\n', ' , ');

test('what is cut off anywhere does not end as a whole does', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, between), { minLength: 1, maxLength: 6 }), (strings) => {
      const list = strings.map(([each, comma], index) => JSON.stringify(each) + (strings[index + 1] ? comma : ''));
      const whole = Buffer.from(`{"nodes":[1],"strings":[${list.join('')}]}`);
      for (let length = 0; length < whole.length; length++) expect(endsAsWhole(whole.subarray(0, length))).toBe(false);
      const last = strings[strings.length - 1][0];
      // The one text that leaves it open: the quote that closes it might open a string as well.
      if (!/[[, ]$/.test(last)) expect(endsAsWhole(whole)).toBe(true);
    }),
    { numRuns: CASES / 3 },
  );
});

test.each([
  ['', false],
  ['"]}', false],
  ['x"]}', true],
  ['x"]}\r\n\t ', true],
  ['x"]}x', false],
  ['\\"]}', false],
  ['\\\\"]}', false],
  ['x\\\\"]}', true],
  ['x\\\\\\"]}', false],
  ['\n"]}', false],
  [':"]}', false],
  ['7]}', false],
])('%j: %s', (tail, expected) => {
  expect(endsAsWhole(Buffer.from(tail))).toBe(expected);
});
