import { expect, test } from 'vitest';
import { nearestScenarios } from './nearest-scenarios.ts';

const defaults = ['tenant-switches', 'mutexes', 'pdf', 'model-registration', 'failed-connections'];
const corpus = ['corpus/lru-cache-evicted-by-size', 'corpus/undici-agent-origins', 'corpus/zod-described-schemas'];
const names = [...defaults, ...corpus, 'innocent/fetch', 'ladder/random', 'reviewed/pdf/launching'];

test('the nearest names come first, whatever folder they are in', () => {
  expect(nearestScenarios('lru-cash', names)).toMatch(
    /^of the 11 there are, the nearest are corpus\/lru-cache-evicted-by-size, /,
  );
  expect(nearestScenarios('UndiciAgent', names)).toMatch(/nearest are corpus\/undici-agent-origins, /);
  expect(nearestScenarios('tenant-switch', names)).toMatch(/nearest are tenant-switches, /);
  expect(nearestScenarios('x', names).split(', ')).toHaveLength(9);
});

test('few names are all told', () => {
  expect(nearestScenarios('gone', ['b', 'a'])).toBe('there are a, b');
  expect(nearestScenarios('gone', [])).toBe('there is none here');
});
