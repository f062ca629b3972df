import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Finding } from './expectation.ts';
import { leakOf, record, truth } from './testing/run-record.ts';

const leaking = (...leaks: Finding[]) => truth('ladder/x', { outcome: { leaks } });
const RIGHT = { right: true, why: null };

describe('a case that is calm', () => {
  test.each(['clean', 'saturating'] as const)('is right when it ends %s', (verdict) => {
    expect(compare(truth('x'), record({ verdict }))).toEqual(RIGHT);
  });

  test('is wrong when it is called a leak, with the reason', () => {
    expect(compare(truth('x'), record({ verdict: 'leak', reason: 'Heap grows.' }))).toEqual({
      right: false,
      why: 'leak instead of clean or saturating: Heap grows.',
    });
  });

  test('is wrong when it could not be decided', () => {
    expect(compare(truth('x'), record({ verdict: 'inconclusive' })).right).toBe(false);
  });
});

describe('a leak', () => {
  test('is right when its class, its rate and its retainer are named', () => {
    const found = leakOf('Page', ['(GC roots)', 'Cache.pages', 'Array[*]']);
    expect(compare(leaking({ class: 'Page', perIteration: 1, retainer: 'Cache.pages ▸ Array' }), found)).toEqual(RIGHT);
    expect(compare(leaking({ class: 'Pa*' }), found)).toEqual(RIGHT);
  });

  test.each<[string, Finding, string]>([
    ['another class is named', { class: 'Row' }, 'leak, but Row does not grow by the report'],
    [
      'the rate is another one',
      { class: 'Page', perIteration: 2 },
      'leak, but Page is to grow by 2 per iteration, and grows by 1',
    ],
    [
      'something else keeps it',
      { class: 'Page', retainer: 'Pool' },
      'leak, but Page is to be kept by Pool, and is kept by Cache.pages',
    ],
    ['a number is not named', { grows: 'fds' }, 'leak, but fds does not grow by the report'],
  ])('is wrong when %s', (_, finding, why) => {
    expect(compare(leaking(finding), leakOf('Page', ['Cache.pages']))).toEqual({ right: false, why });
  });

  test('is right when the number that grows is named, of handles by a pattern of their type', () => {
    const failures = [
      { threshold: 'fds', actual: 2 },
      { threshold: 'handles.TCPSocketWrap', actual: 1 },
      { threshold: 'handles.TCPServerWrap', actual: 1 },
    ];
    const found = record({ verdict: 'leak', failures });
    expect(compare(leaking({ grows: 'fds' }, { grows: 'handles.TCP*', perIteration: 2 }), found)).toEqual(RIGHT);
    expect(compare(leaking({ grows: 'fds', perIteration: 3 }), found).why).toBe(
      'leak, but fds is to grow by 3 per iteration, and grows by 2',
    );
  });

  test('is wrong when it is missed', () => {
    expect(compare(leaking({ class: 'Page' }), record({ reason: 'Nothing grows.' }))).toEqual({
      right: false,
      why: 'clean instead of leak: Nothing grows.',
    });
  });
});
