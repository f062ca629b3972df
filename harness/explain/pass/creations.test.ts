import { expect, test } from 'vitest';
import { creationsIn, parseStack } from './creations.ts';

const made = (id: number, type: string) =>
  `${JSON.stringify({ id, type, stack: 'Error\n    at connect (file:///a.mjs:3:7)' })}\n`;

test('what was made since the baseline and is not gone is open', () => {
  const before = made(1, 'TCPWRAP');
  const text = `${before}${made(2, 'TCPWRAP')}${made(3, 'Timeout')}{"id":2}\n{"id":1}\n{"id":9,"ty`;
  expect(creationsIn(text, before.length)).toEqual([
    { type: 'Timeout', calls: [{ functionName: 'connect', url: 'file:///a.mjs', line: 3, column: 7 }] },
  ]);
});

test('a descriptor whose number was given anew is open once, with the file it stands for now', () => {
  const opened = (path: string) => `${JSON.stringify({ id: 'fd 20', type: 'descriptor', stack: 'Error', path })}\n`;
  const text = `${opened('/a')}{"id":"fd 20"}\n${opened('/b')}`;
  expect(creationsIn(text, 0)).toEqual([{ type: 'descriptor', calls: [], path: '/b' }]);
});

test('calls with and without a name, asynchronous ones and Windows paths are read; places V8 does not know are left out', () => {
  const stack = `Error
    at new Pool (file:///a.mjs:1:2)
    at async run (node:net:10:20)
    at C:\\code\\b.js:5:6
    at Array.map (<anonymous>)`;
  expect(parseStack(stack)).toEqual([
    { functionName: 'new Pool', url: 'file:///a.mjs', line: 1, column: 2 },
    { functionName: 'run', url: 'node:net', line: 10, column: 20 },
    { functionName: '', url: 'C:\\code\\b.js', line: 5, column: 6 },
  ]);
});

test('what nobody called for itself has the stack of what triggered it, however long ago, and its own where nobody did', () => {
  const fact = (id: number, at: string, trigger?: number) =>
    `${JSON.stringify({ id, type: 'TCPWRAP', stack: `Error\n    at ${at}:1:2`, trigger })}\n`;
  const before = `${fact(1, 'listen (file:///a.mjs')}${fact(2, 'accept (node:net', 1)}{"id":1}\n`;
  const text = `${before}${fact(3, 'accept (node:net', 2)}${fact(4, 'accept (node:net', 99)}`;
  expect(creationsIn(text, before.length).map(({ calls: [first] }) => first?.functionName)).toEqual([
    'listen',
    'accept',
  ]);
});
