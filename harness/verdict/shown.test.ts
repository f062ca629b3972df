import { expect, test } from 'vitest';
import { shown } from './shown.ts';

test('text that a person can read is shown as it is', () => {
  for (const text of ['', 'model registration', 'günstig 💣👩‍👩‍👧', '<b> | `x` ::error::', '  indented'])
    expect(shown(text)).toBe(text);
});

test('a line break begins no new line, where GitHub would read a workflow command', () => {
  expect(shown('throws\n::error::x')).toBe('throws\\n::error::x');
  expect(shown('red\r::error::injected')).toBe('red\\r::error::injected');
  expect(shown('a\r\nb\tc\u2028d\u0085e')).toBe('a\\r\\nb\\tc\\u2028d\\x85e');
});

test('sequences that steer a terminal are left out, and what is left of one is seen', () => {
  expect(shown('\u001b[2J\u001b[31mred\u001b[0m')).toBe('red');
  expect(shown('\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007')).toBe('link');
  expect(shown('bell\u0007 null\0 escape\u001b')).toBe('bell\\x07 null\\x00 escape\\x1b');
});

test('a sign that turns the direction of writing is seen', () => {
  expect(shown('\u202egnp.exe')).toBe('\\u202egnp.exe');
});

test('of a name of thousands of characters the ends are shown, and what is around it whole', () => {
  const text = shown(`100 of Begin${'x'.repeat(2400)}End stay`);
  expect(text).toMatch(/^100 of Beginx+…x+End stay$/);
  expect(text.length).toBeLessThan(150);
  expect(shown('y'.repeat(200))).toBe('y'.repeat(200));
});
