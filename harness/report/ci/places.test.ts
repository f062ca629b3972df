import { expect, test } from 'vitest';
import { placeWithin, scenarioLine } from './places.ts';

test.each([
  ["import x;\n\nexport default scenario('a', {});", 3],
  ["export  default\n scenario<Context>('a', {});", 1],
  ["module.exports = scenario('a', {});", 1],
  ['', 1],
])('the scenario in %j is on line %i', (source, line) => {
  expect(scenarioLine(source)).toBe(line);
});

test.each([
  ['/project/src/cache.ts:12', { file: 'src/cache.ts', line: 12 }],
  ['/project/src/cache.ts:12:5', { file: 'src/cache.ts', line: 12 }],
  ['open (/project/src/cache.ts:12:5)', { file: 'src/cache.ts', line: 12 }],
  ['src/cache.ts:12', { file: 'src/cache.ts', line: 12 }],
  ['/project/node_modules/ws/lib/websocket.js:55', null],
  ['/elsewhere/cache.ts:12', null],
  ['node:net:549', null],
  ['(anonymous)', null],
])('%s lies in the repository at %o', (place, expected) => {
  expect(placeWithin(place, '/project')).toEqual(expected);
});
