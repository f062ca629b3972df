import { expect, test } from 'vitest';
import { readable, readableText } from './readable.ts';

const long = `${'a'.repeat(3000)}Z`;

test('of a word of thousands of characters the ends are shown, and the whole is kept beside them', () => {
  expect(readable(`class ${long} grows`)).toEqual([
    { text: 'class ', whole: null },
    { text: `${'a'.repeat(60)}…${'a'.repeat(59)}Z`, whole: long },
    { text: ' grows', whole: null },
  ]);
});

test('a long text of short words stays whole', () => {
  const text = 'word '.repeat(500);
  expect(readableText(text)).toBe(text);
});

test('what is not seen or turns the direction is written out; line ends and tabs stay', () => {
  expect(readableText('a\u202eb\u0000c\u2066\n\td')).toBe('a\\u202eb\\x00c\\u2066\n\td');
});
