import { describe, expect, test } from 'vitest';
import { assess } from './assess.ts';
import { flightTime, IN_FLIGHT_MS } from './in-flight.ts';
import { evidenceOf, type Picture, STRICT } from './testing/picture.ts';
import type { Allowances } from './types.ts';

interface Given {
  lastIntervalMs?: number;
  isLast?: boolean;
  allowances?: Partial<Allowances>;
  /** Of each class, alive of each interval. */
  survivors?: number[];
}

const atTarget = { allowances: STRICT, lastIntervalMs: 10, isLast: true };

/** How long is waited after a doubled run that looks like this. */
function waited(
  picture: Picture,
  { lastIntervalMs = 10, isLast = true, allowances = {}, survivors }: Given = {},
): number {
  const all = { ...STRICT, ...allowances };
  const drawn = evidenceOf(picture, 1);
  const classes = drawn.classes.map((each) => ({ ...each, survivors: survivors ?? each.survivors }));
  const evidence = { ...drawn, classes };
  return flightTime({ assessment: assess(evidence, all), allowances: all, evidence, lastIntervalMs, isLast });
}

test('where nothing has risen nothing is waited for', () => {
  expect(waited({})).toBe(0);
  expect(waited({ heap: (i) => -100 * i, classes: { Entry: () => 5 } })).toBe(0);
});

describe('what may be of any age is waited for as long as anything is in flight:', () => {
  test.each<[string, Picture]>([
    ['a class that rises in the last interval only', { classes: { Entry: (i) => Math.max(0, i - 100) } }],
    ['bytes of the heap', { heap: (i) => 100 * i }],
    ['external memory', { external: (i) => 100 * i }],
    ['array buffers', { arrayBuffers: (i) => 100 * i }],
  ])('%s', (_, picture) => {
    expect(waited(picture)).toBe(IN_FLIGHT_MS);
    expect(waited(picture, { lastIntervalMs: 60_000 })).toBe(IN_FLIGHT_MS);
  });

  test('a gauge', () => {
    expect(
      waited({ gauges: { open: (i) => i } }, { allowances: { gauges: { open: { perIteration: 0, written: '0' } } } }),
    ).toBe(IN_FLIGHT_MS);
  });
});

describe('objects that go on growing are as old as the last interval:', () => {
  const leak = { classes: { Entry: (i: number) => i }, heap: (i: number) => 16 * i };

  test('the rest of the time is waited', () => {
    expect(waited(leak, { lastIntervalMs: 600 })).toBe(IN_FLIGHT_MS - 600);
  });

  test('nothing when the interval was longer', () => {
    expect(waited(leak, { lastIntervalMs: 60_000 })).toBe(0);
  });

  test('nothing as long as the run is doubled in any case', () => {
    expect(waited(leak, { isLast: false })).toBe(0);
    expect(waited({ heap: (i) => 100 * i }, { isLast: false })).toBe(0);
  });

  test('but not where the last interval has left more of them than the one before, as of what is in flight', () => {
    expect(waited(leak, { lastIntervalMs: 60_000, survivors: [50, 50, 150] })).toBe(0);
    expect(waited(leak, { lastIntervalMs: 60_000, survivors: [50, 50, 151] })).toBe(IN_FLIGHT_MS);
    expect(waited(leak, { isLast: false, survivors: [50, 50, 151] })).toBe(0);
  });
});

describe('of several classes', () => {
  const steady = { A: (i: number) => i, B: (i: number) => i };

  test('one that is unsure is enough, and is waited for at once', () => {
    const picture = { classes: { ...steady, C: (i: number) => Math.max(0, i - 100) } };
    expect(waited(picture, { lastIntervalMs: 60_000, isLast: false })).toBe(IN_FLIGHT_MS);
  });

  test('each has to be old, but not those that do not rise', () => {
    const classes = { ...steady, Full: (i: number) => Math.min(i, 50) };
    const seen = (name: string) => {
      const drawn = evidenceOf({ classes }, 1);
      const young = drawn.classes.map((each) => (each.name === name ? { ...each, survivors: [50, 50, 900] } : each));
      const evidence = { ...drawn, classes: young };
      return flightTime({ ...atTarget, assessment: assess(drawn, STRICT), evidence, lastIntervalMs: 60_000 });
    };
    expect([seen('B'), seen('Full')]).toEqual([IN_FLIGHT_MS, 0]);
  });

  test('those that have stopped are not waited for, but what rises beside them is', () => {
    const classes = { Full: (i: number) => Math.min(i, 50) };
    expect(waited({ classes })).toBe(0);
    expect(waited({ classes, heap: (i) => 100 * i })).toBe(IN_FLIGHT_MS);
  });
});

test('a class of which some have gone in a wait before is waited for each time', () => {
  const drawn = evidenceOf({ classes: { Entry: (i) => i, Other: (i) => i } }, 1);
  const after = (gone: number | null) => {
    const classes = drawn.classes.map((each, i) => ({ ...each, inFlight: [null, null, i === 0 ? gone : 0, null] }));
    const evidence = { ...drawn, classes };
    return flightTime({
      ...atTarget,
      assessment: assess(evidence, STRICT),
      evidence,
      lastIntervalMs: 60_000,
      isLast: false,
    });
  };
  expect([after(null), after(0), after(1)]).toEqual([0, 0, IN_FLIGHT_MS]);
});

test('growth that slows down is waited for as well', () => {
  expect(waited({ heap: (i) => 5_000 * Math.log(i + 1) })).toBe(IN_FLIGHT_MS);
  expect(waited({ classes: { Entry: (i) => 100 * Math.log(i + 1) } }, { lastIntervalMs: 600 })).toBe(
    IN_FLIGHT_MS - 600,
  );
});

test('where the interval before has left none, all may be in flight', () => {
  const picture = { classes: { Entry: (i: number) => i } };
  expect(waited(picture, { lastIntervalMs: 60_000, survivors: [50, 1, 3] })).toBe(0);
  expect(waited(picture, { lastIntervalMs: 60_000, survivors: [50, 1, 4] })).toBe(IN_FLIGHT_MS);
});

test('a gauge may have a name of any kind', () => {
  const allowed = { perIteration: 0, written: '0' };
  const rises = (name: string) =>
    waited({ gauges: { [name]: (i) => i } }, { allowances: { gauges: { [name]: allowed } } });
  expect(['rss', 'fds', 'my fds', 'fds open'].map(rises)).toEqual(Array(4).fill(IN_FLIGHT_MS));
});

test('handles, descriptors, processes and native memory have waits of their own', () => {
  const picture = {
    handles: { Timeout: (i: number) => i },
    fds: (i: number) => i,
    processes: (i: number) => i,
    rss: (i: number) => 1e6 * i,
    processesRss: (i: number) => 1e6 * i,
  };
  expect(waited(picture)).toBe(0);
});

test('what no threshold judges is not waited for', () => {
  const { heap: _, ...others } = STRICT;
  const picture = { heap: (i: number) => 100 * i };
  const evidence = evidenceOf(picture, 1);
  expect(flightTime({ ...atTarget, assessment: assess(evidence, others), allowances: others, evidence })).toBe(0);
});

describe('where nothing has risen, a class of which some stay of each of the last two intervals', () => {
  const picture = { classes: { Entry: () => 60 } };

  test('may hide a leak behind what comes and goes', () => {
    expect(waited(picture, { survivors: [0, 5, 10] })).toBe(IN_FLIGHT_MS);
    expect(waited(picture, { survivors: [0, 4, 10] })).toBe(0);
    expect(waited(picture, { survivors: [0, 5, 9] })).toBe(0);
    expect(waited(picture, { survivors: [9, 0, 100] })).toBe(0);
  });

  test('is not waited for where objects are not judged', () => {
    const { objects: _, ...others } = STRICT;
    const drawn = evidenceOf(picture, 1);
    const classes = drawn.classes.map((each) => ({ ...each, survivors: [5, 5, 10] }));
    const evidence = { ...drawn, classes };
    expect(flightTime({ ...atTarget, assessment: assess(drawn, others), allowances: others, evidence })).toBe(0);
  });
});
