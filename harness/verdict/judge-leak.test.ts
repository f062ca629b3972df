import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';
import type { Expectation } from './known.ts';
import { type Circumstances, caseOf, kept } from './testing/case.ts';
import type { Picture } from './testing/picture.ts';

const LEAK: Picture = { classes: { Entry: (i) => i } };
const GROUPS = [kept(100, 'Entry', '(GC roots) ▸ Registry.entries')];
const HEADLINE =
  'objects grow by 1 per iteration (100 in 100 iterations), more than the allowed 0: Entry by 1, kept by (GC roots) ▸ Registry.entries';

/** A run with this entry among the known leaks. */
function judged(picture: Picture, fields: Partial<Expectation>, given: Circumstances = {}) {
  const expectation = { class: 'Entry', reason: 'Entries are never forgotten.', ...fields };
  return judge(caseOf(picture, { expectations: [expectation], groups: GROUPS, ...given }));
}

test('a known leak passes, shown as known, with why and by how much in one sentence', () => {
  expect(judged(LEAK, { perIteration: 1, retainer: 'Registry', expires: '2026-11-20' })).toEqual({
    verdict: 'leak',
    passed: true,
    known: true,
    reason: `Known: Entries are never forgotten; ${HEADLINE}.`,
    failures: [],
  });
});

describe('a known leak fails, with a sentence of its own,', () => {
  test.each<[string, Picture, Partial<Expectation>, string]>([
    ['when it is gone', {}, {}, 'the known leak of Entry is gone: remove the entry'],
    ['when it is expired', LEAK, { expires: '2026-11-19' }, 'known leak of Entry: it was tolerated until 2026-11-19'],
    [
      'when it grows at another rate',
      LEAK,
      { perIteration: 2 },
      'known leak of Entry: Entry is to grow by 2 per iteration, and grows by 1',
    ],
    [
      'when it is kept by something else',
      LEAK,
      { retainer: 'Pool' },
      'known leak of Entry: Entry is to be kept by Pool, and is kept by (GC roots) ▸ Registry.entries',
    ],
    [
      'when another class leaks instead of it',
      { classes: { Row: (i) => i } },
      {},
      'known leak of Entry: Entry does not grow any more: remove the entry',
    ],
    [
      'when a leak that no entry names is beside it',
      { classes: { Entry: (i) => i, Row: (i) => i } },
      {},
      'grows beside the known leak, and no entry names it: Row',
    ],
    [
      'when handles that no entry names are beside it',
      { ...LEAK, handles: { Timeout: (i) => i } },
      {},
      'grows beside the known leak, and no entry names it: Timeout',
    ],
  ])('%s', (_, picture, fields, message) => {
    const { passed, known, failures, reason } = judged(picture, fields);
    expect({ passed, known }).toEqual({ passed: false, known: false });
    expect(failures[0]).toMatchObject({ threshold: 'known', message });
    expect(reason.toLowerCase()).toContain(message.toLowerCase());
  });
});

test('a known leak that fails shows what grows as well', () => {
  const { failures } = judged(LEAK, { perIteration: 2 });
  expect(failures).toEqual([
    { threshold: 'known', limit: 2, actual: 0, message: expect.any(String) },
    { threshold: 'objects', limit: 0, actual: 1, message: HEADLINE },
  ]);
});

test('an entry for other versions neither excuses a leak nor is missed when nothing leaks', () => {
  expect(judged(LEAK, { versions: '<1.0.0' })).toMatchObject({ passed: false, known: false });
  expect(judged({}, { versions: '<1.0.0' })).toMatchObject({ verdict: 'clean', passed: true });
});

test('a known leak does not excuse what has nothing to do with growth', () => {
  const { verdict, passed, known, reason, failures } = judged(LEAK, {}, { errors: { count: 1, first: 'Error: no' } });
  expect({ verdict, passed, known }).toEqual({ verdict: 'leak', passed: false, known: true });
  expect(failures.map(({ threshold }) => threshold)).toEqual(['errors']);
  expect(reason).toBe(
    `Known: Entries are never forgotten; ${HEADLINE}; but 1 iteration threw, more than the allowed 0; the first: Error: no.`,
  );
});

test('a run that was too short to tell does not say that a known leak is gone', () => {
  expect(judged({ fds: (i) => Math.floor(i / 40) }, {})).toMatchObject({ verdict: 'inconclusive', failures: [] });
});
