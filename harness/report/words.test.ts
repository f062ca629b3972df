import { expect, test } from 'vitest';
import { colorsFor } from './colors.ts';
import { CRASH, KNOWN, LEAK, runOf, SLOW } from './testing/run-result.ts';
import {
  handlesLabel,
  heapLabel,
  objectsLabel,
  packageLabel,
  paintFor,
  secondsLabel,
  titleOf,
  verdictLabel,
} from './words.ts';

test('a package is named with its version, and code of one’s own is a dash', () => {
  expect(packageLabel(LEAK)).toBe('juggler@7.0.3');
  expect(packageLabel(KNOWN)).toBe('-');
});

test('a run is named by its scenario, and by its package if it has one', () => {
  expect(titleOf(LEAK)).toBe('model registration · juggler@7.0.3');
  expect(titleOf(KNOWN)).toBe('mutexes');
});

test('the verdict says what makes a leak pass or a clean run fail', () => {
  expect([runOf({}), LEAK, KNOWN, CRASH, SLOW].map(verdictLabel)).toEqual([
    'clean',
    'leak',
    'leak (known)',
    'crashed',
    'clean, but failed',
  ]);
  expect(verdictLabel(runOf({ verdict: 'saturating', passed: false }))).toBe('saturating, but failed');
  expect(verdictLabel({ ...KNOWN, passed: false })).toBe('leak (known), but failed');
});

test('what passes is green, what passes as known yellow, what fails red', () => {
  const colors = colorsFor({ isTTY: true }, {});
  const painted = [runOf({}), KNOWN, LEAK, { ...KNOWN, passed: false }].map((run) => paintFor(run, colors)('x'));
  expect(painted).toEqual([colors.green('x'), colors.yellow('x'), colors.red('x'), colors.red('x')]);
});

test('growth is told per iteration, and what was not measured is a dash', () => {
  expect([runOf({}), LEAK, KNOWN, CRASH].map(heapLabel)).toEqual(['0 B', '12.3 kB', '16 B', '-']);
  expect(heapLabel({ ...CRASH, growth: LEAK.growth })).toBe('12.3 kB');
  expect([runOf({}), LEAK, CRASH].map(objectsLabel)).toEqual(['0', '2', '-']);
});

test('handles are those that grow, each on its line, with the child processes', () => {
  expect(handlesLabel(runOf({}))).toBe('0');
  expect(handlesLabel(LEAK)).toBe('TCPSocketWrap 0.2\nprocesses 1');
  expect(handlesLabel(CRASH)).toBe('-');
});

test('descriptors that no handle or process explains are told, and no others', () => {
  expect(handlesLabel(runOf({ growth: { fds: 1 } }))).toBe('descriptors 1');
  expect(handlesLabel(runOf({ growth: { fds: 1, handles: { TCPSocketWrap: 1 } } }))).toBe('TCPSocketWrap 1');
});

test('time is in seconds', () => {
  expect([0, 49, 5120, 123_456].map(secondsLabel)).toEqual(['0.0 s', '0.0 s', '5.1 s', '123.5 s']);
});
