import { expect, test } from 'vitest';
import { assess } from './assess.ts';
import type { ClassGrowth } from './classes.ts';
import { judged, judgedClasses } from './judged.ts';
import { evidenceOf, STRICT } from './testing/picture.ts';
import type { GrowthState } from './types.ts';

const classes = (states: Record<string, [GrowthState, number]>) => ({
  ...assess(evidenceOf({}), STRICT),
  classes: Object.entries(states).map(
    ([name, [state, perIteration]]): ClassGrowth => ({ name, state, perIteration, count: 0, shallowBytes: 0 }),
  ),
});
const names = (given: ReturnType<typeof classes>, allowed: number) =>
  judgedClasses(given, { ...STRICT, objects: { perIteration: allowed, written: '' } }).map(({ name }) => name);

test('classes are judged only where there is a threshold for objects', () => {
  const given = classes({ Entry: ['growing', 1] });
  const { objects: _, ...none } = STRICT;
  expect(judgedClasses(given, none)).toEqual([]);
  expect(names(given, 0)).toEqual(['Entry']);
});

test('classes that together stay within what is allowed are not judged, but for those that have stopped', () => {
  const given = classes({ Entry: ['growing', 0.4], Key: ['unsure', 0.6], Cache: ['stopped', 9] });
  expect(names(given, 1)).toEqual(['Cache']);
  expect(names(given, 0.9)).toEqual(['Entry', 'Key', 'Cache']);
});

test('metrics are judged where there is a threshold for them, in the order in which they are reported', () => {
  const each = (i: number) => i;
  const assessment = assess(evidenceOf({ handles: { Timeout: each }, gauges: { rows: each, size: each } }), STRICT);
  const { external: _, ...allowances } = STRICT;
  const rows = { rows: { perIteration: 0, written: '0' } };
  expect(judged(assessment, { ...allowances, gauges: rows }).map(({ threshold }) => threshold)).toEqual([
    'heap',
    'arrayBuffers',
    'rss',
    'processesRss',
    'processes',
    'fds',
    'handles.Timeout',
    'gauges.rows',
  ]);
});
