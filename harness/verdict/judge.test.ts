import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';
import { type Circumstances, caseOf, kept } from './testing/case.ts';
import type { Picture } from './testing/picture.ts';
import type { Verdict } from './types.ts';

const judged = (picture: Picture, circumstances?: Circumstances) => judge(caseOf(picture, circumstances));

/** A case for each verdict that is reached from numbers, with its reason. */
const VERDICTS: [
  what: string,
  verdict: Verdict,
  passed: boolean,
  picture: Picture,
  given: Circumstances,
  reason: string,
][] = [
  ['nothing grows', 'clean', true, {}, {}, 'Nothing grows over 100 iterations.'],
  [
    'objects grow by less than is allowed',
    'clean',
    true,
    { classes: { Entry: (i) => i } },
    { allowances: { objects: { perIteration: 2, written: '2' } } },
    'Nothing grows beyond what is allowed over 100 iterations.',
  ],
  [
    'objects grow',
    'leak',
    false,
    { classes: { Entry: (i) => 2 * i } },
    { groups: [kept(200, 'Entry', '(GC roots) ▸ Registry.entries ▸ Map')] },
    'Objects grow by 2 per iteration (200 in 100 iterations), more than the allowed 0: Entry by 2, kept by (GC roots) ▸ Registry.entries ▸ Map.',
  ],
  [
    'bytes grow',
    'leak',
    false,
    { heap: (i) => 16 * i },
    {},
    'Heap grows by 16 B per iteration (1,600 B in 100 iterations), more than the allowed 0 B.',
  ],
  [
    'growth has stopped',
    'saturating',
    true,
    { heap: (i) => 1000 * Math.min(i, 50) },
    {},
    'Heap grew at first and stopped, as a cache does that fills up.',
  ],
  [
    'growth slows down to the end of the longest run',
    'saturating',
    true,
    { classes: { Entry: (i) => Math.min(i, 70) } },
    {},
    'Entry grew ever more slowly over 100 iterations, as a cache does that fills up.',
  ],
  [
    'what grew has drained',
    'draining',
    true,
    { handles: { Timeout: (i) => i }, drainedTo: { handles: {} } },
    {},
    'Handles.Timeout grew, and went by itself within 5.0 s.',
  ],
  [
    'growth cannot be told from chance',
    'inconclusive',
    false,
    { fds: (i) => Math.floor(i / 40) },
    {},
    'Fds may grow, and 100 iterations were too few to tell; give the scenario more iterations.',
  ],
  [
    'an instrument is blind',
    'inconclusive',
    false,
    {},
    { invalid: 'the census found 3 of 10 canaries' },
    'The instruments cannot be trusted: the census found 3 of 10 canaries.',
  ],
  [
    'the iterations did nothing',
    'nothing-measured',
    false,
    {},
    { nothing: 'The iterations allocated nothing: is the action really in iterate?' },
    'The iterations allocated nothing: is the action really in iterate?',
  ],
];

describe('the verdict and its reason, when', () => {
  test.each(VERDICTS)('%s: %s', (_, verdict, passed, picture, given, reason) => {
    expect(judged(picture, given)).toMatchObject({ verdict, passed, known: false, reason });
  });
});

test('a blind instrument outweighs a leak, and having measured nothing outweighs a leak', () => {
  const leak: Picture = { heap: (i) => 16 * i };
  expect(judged(leak, { invalid: 'it is blind' }).verdict).toBe('inconclusive');
  expect(judged(leak, { nothing: 'Nothing.' }).verdict).toBe('nothing-measured');
});

test('a leak outweighs what is unsure, drained or stopped', () => {
  const { verdict } = judged({
    heap: (i) => 264 * Math.min(i, 50),
    fds: (i) => Math.floor(i / 40),
    handles: { Timeout: (i) => i, TCPSocketWrap: (i) => i },
    drainedTo: { handles: { Timeout: 100 } },
  });
  expect(verdict).toBe('leak');
});

test('what is unsure outweighs what has drained, and that outweighs what has stopped', () => {
  const stopped: Picture = { heap: (i) => 264 * Math.min(i, 50) };
  const drained: Picture = { ...stopped, handles: { Timeout: (i) => i }, drainedTo: { handles: {} } };
  expect(judged(drained).verdict).toBe('draining');
  const unsure: Picture = { ...drained, fds: (i) => Math.floor(i / 40) };
  expect(judged({ ...unsure, drainedTo: { handles: {}, fds: 2 } }).verdict).toBe('inconclusive');
});

test('a failure that has nothing to do with growth fails a clean run, and the reason says so', () => {
  const { verdict, passed, reason, failures } = judged({}, { errors: { count: 3, first: 'Error: no' } });
  expect({ verdict, passed, failed: failures.map(({ threshold }) => threshold) }).toEqual({
    verdict: 'clean',
    passed: false,
    failed: ['errors'],
  });
  expect(reason).toBe(
    'Nothing grows over 100 iterations; but 3 iterations threw, more than the allowed 0; the first: Error: no.',
  );
});

test('gauges grow unjudged when no threshold names them', () => {
  expect(judged({ gauges: { rows: (i) => i } })).toMatchObject({
    verdict: 'clean',
    passed: true,
  });
});

test('the same case gets the same judgement, one that passes without failures, and its reason is one line', () => {
  const rate = fc.integer({ min: 0, max: 3 });
  const bound = fc.integer({ min: 0, max: 120 });
  fc.assert(
    fc.property(rate, bound, rate, rate, (bytes, until, objects, handles) => {
      const given = caseOf({
        heap: (i) => 100 * bytes * Math.min(i, until),
        classes: { Entry: (i) => objects * Math.min(i, until) },
        handles: { Timeout: (i) => Math.floor((handles * i) / 4) },
      });
      const judgement = judge(given);
      expect(judge(given)).toEqual(judgement);
      expect(judgement.passed).toBe(judgement.failures.length === 0 && judgement.verdict !== 'inconclusive');
      expect(judgement.reason).toMatch(/^[A-Z][^\n]*[^.]\.$/);
    }),
  );
});

test('a run that the time-out leaves no room to double is inconclusive, and says what to change', () => {
  expect(judged({ heap: (i) => 16 * i }, { outOfTime: true })).toEqual({
    verdict: 'inconclusive',
    passed: false,
    known: false,
    reason:
      'Something may grow: 100 iterations were too few to tell, and the time-out leaves no room for twice as many; raise timeout, or lower iterations.',
    failures: [],
  });
});

test('what has nothing to do with growth is told of a run that is inconclusive, too', () => {
  const errors = { count: 1, first: 'Error: no' };
  const { failures } = judged({ fds: (i) => Math.floor(i / 40) }, { errors });
  expect(failures.map(({ threshold }) => threshold)).toEqual(['errors']);
});
