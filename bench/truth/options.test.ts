import { expect, test } from 'vitest';
import { truthOptions } from './options.ts';

test('without options everything is measured once, by every tool', () => {
  expect(truthOptions([])).toEqual({
    only: '',
    tools: ['steadyheap', 'naive', 'leakage', 'fuite', 'memlab', 'births'],
    repeat: 1,
    resume: false,
    json: null,
    writeDocs: false,
  });
});

test.each([
  ['--repeat 0', '--repeat 0: it takes a whole number of at least 1'],
  ['--tools lint', '--tools lint: there are steadyheap, naive, leakage, fuite, memlab, births'],
  ['--json /no/such/file', '--json /no/such/file: there is no such folder'],
  ['--write-docs --only corpus', '--write-docs tells of all scenarios: leave out --only'],
  [
    '--fast',
    "Unknown option '--fast': npm run truth [-- --only WORD] [--tools NAME,NAME...] [--repeat N] [--resume] [--json FILE] [--write-docs]",
  ],
])('%s is refused with one sentence', (line, message) => {
  expect(() => truthOptions(line.split(' '))).toThrow(message);
});
