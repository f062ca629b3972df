import { expect, test } from 'vitest';
import { nearestScenarios } from './nearest-scenarios.ts';

const defaults = ['tenant-switches', 'mutexes', 'pdf', 'model-registration', 'failed-connections'];
const corpus = ['corpus/lru-cache-evicted-by-size', 'corpus/undici-agent-origins', 'corpus/zod-described-schemas'];
const names = [...corpus, ...defaults, 'innocent/fetch', 'ladder/random', 'reviewed/pdf/launching'];

test.each([
  ['lru-cash', 'corpus/lru-cache-evicted-by-size'],
  ['UndiciAgent', 'corpus/undici-agent-origins'],
  ['tenent-switch', 'tenant-switches'],
  ['modelregistrations', 'model-registration'],
  ['pdfs', 'pdf, reviewed/pdf/launching'],
  ['mutexes-of-all', 'mutexes'],
])('%s may have meant %s, and nothing else', (word, alike) => {
  expect(nearestScenarios(word, names)).toBe(`of the 11 there are, it resembles ${alike}`);
});

test.each(['x', 'qqqqq', 'foo', 'session', '…'])(
  'to %s, which resembles none, some are named, the default set first',
  (word) => {
    expect(nearestScenarios(word, names)).toBe(
      `there are ${[...defaults.toSorted(), ...corpus].join(', ')} and 3 more`,
    );
  },
);

test('few names are all told', () => {
  expect(nearestScenarios('gone', ['b', 'a'])).toBe('there are a, b');
  expect(nearestScenarios('gone', [])).toBe('there is none here');
});
