import { expect, test } from 'vitest';
import { colorsFor } from './colors.ts';

test.each<[what: string, isTTY: boolean, env: NodeJS.ProcessEnv, coloured: boolean]>([
  ['a terminal', true, {}, true],
  ['a pipe', false, {}, false],
  ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['a terminal with an empty NO_COLOR', true, { NO_COLOR: '' }, true],
  ['a pipe with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
  ['a pipe with an empty FORCE_COLOR', false, { FORCE_COLOR: '' }, false],
  ['a terminal with FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
  ['a terminal with both', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
])('on %s, TTY %s with %o, colours are shown: %s', (_, isTTY, env, coloured) => {
  expect(colorsFor({ isTTY }, env).red('text')).toBe(coloured ? '\u001B[31mtext\u001B[39m' : 'text');
});

test('a stream that does not say whether it is a terminal is none', () => {
  expect(colorsFor({}, {}).red('text')).toBe('text');
});
