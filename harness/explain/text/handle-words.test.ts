import { expect, test } from 'vitest';
import { handlesHead } from './heads.ts';

test.each([
  ['TCPSERVERWRAP', 40, '40 listening sockets made in the measured iterations are still open'],
  ['PROCESSWRAP', 1, '1 child process made in the measured iterations is still open'],
  ['SOMETHINGNEW', 2, '2 SOMETHINGNEW made in the measured iterations are still open'],
])('%s in words', (type, count, words) => {
  expect(handlesHead({ type, count, frames: [] })).toBe(words);
});
