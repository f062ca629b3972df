import { expect, test } from 'vitest';
import type { Leak } from '../explanation.ts';
import { leadingLines } from './render.ts';

const LEAK: Leak = {
  className: 'closure onEnd',
  count: 60,
  perIteration: 1,
  retainedBytes: 6000,
  retainerPath: ['module bus.mjs', 'closure onEnd'],
  definedAt: null,
  kinds: [
    { kind: 'growing collection', title: '`handlers`, an array, grows.', evidence: [], remedy: 'take it out' },
    { kind: 'pinned context', title: 'A function keeps `config`.', evidence: [], remedy: 'make it elsewhere' },
  ],
  stacks: [
    {
      className: 'closure onEnd',
      count: 60,
      retainedBytes: 6000,
      frames: [{ functionName: 'on', file: '/app/bus.mjs', line: 5, exact: true, owner: 'scenario', package: null }],
    },
  ],
  holds: [],
};

test('every kind of the first leak is told, with what ends it; of two with one remedy that once', () => {
  const explanation = { iterations: 60, leaks: [LEAK, { ...LEAK, kinds: [] }], origins: [], handles: [] };
  const what = ['`handlers`, an array, grows.', 'A function keeps `config`.', 'allocated by on at bus.mjs:5'];
  expect(leadingLines(explanation, '/app')).toEqual([
    ...what,
    'usually fixed so: take it out',
    'usually fixed so: make it elsewhere',
  ]);
  const kinds = LEAK.kinds.map((each) => ({ ...each, remedy: 'take it out' }));
  expect(leadingLines({ ...explanation, leaks: [{ ...LEAK, kinds }] }, '/app')).toEqual([
    ...what,
    'usually fixed so: take it out',
  ]);
});
