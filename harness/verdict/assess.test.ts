import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from './assess.ts';
import type { Drained, Evidence, Reading } from './evidence.ts';
import { type At, evidenceOf, type Picture, STRICT } from './testing/picture.ts';

const assessed = (picture: Picture) => assess(evidenceOf(picture), STRICT);

test('each metric is judged by itself', () => {
  const { bytes, counts } = assessed({
    heap: (i) => 16 * i,
    external: () => 7,
    arrayBuffers: (i) => -i,
    fds: (i) => i,
  });
  expect(bytes.heap).toMatchObject({ perIteration: 16, state: 'growing' });
  expect(bytes.external.state).toBe('flat');
  expect(bytes.arrayBuffers.state).toBe('flat');
  expect(bytes.rss.state).toBe('flat');
  expect(counts.fds).toMatchObject({ perIteration: 1, state: 'growing' });
  expect(counts.processes.state).toBe('flat');
});

test('handles are judged by type and gauges by name, in alphabetical order', () => {
  const { handles, gauges } = assessed({
    handles: { Timeout: (i) => i / 5, TCPSocketWrap: () => 2 },
    gauges: { rows: (i) => 2 * i, models: () => 1 },
  });
  expect(Object.entries(handles).map(([type, { state }]) => [type, state])).toEqual([
    ['TCPSocketWrap', 'flat'],
    ['Timeout', 'growing'],
  ]);
  expect(Object.entries(gauges).map(([name, { state }]) => [name, state])).toEqual([
    ['models', 'flat'],
    ['rows', 'growing'],
  ]);
});

test('a type of handle that is seen in some readings only counts as none in the others', () => {
  const evidence = evidenceOf({ handles: { Timeout: (i) => i } });
  const [first] = evidence.segments[0] ?? [];
  delete first?.handles.Timeout;
  expect(assess(evidence, STRICT).handles.Timeout).toMatchObject({ total: 100, state: 'growing' });
});

test('classes that are flat are left out', () => {
  const { classes } = assessed({ classes: { Entry: (i) => i, String: () => 5000 } });
  expect(classes.map(({ name }) => name)).toEqual(['Entry']);
});

describe('what grew and is gone after the drain', () => {
  test('has drained, with what is left of it', () => {
    const { bytes, handles, counts } = assessed({
      heap: (i) => 1000 * i,
      fds: (i) => i,
      handles: { Timeout: (i) => 3 + i },
      drainedTo: { heap: 200, fds: 0, handles: { Timeout: 3 } },
    });
    expect(bytes.heap).toMatchObject({ total: 200, state: 'drained' });
    expect(handles.Timeout).toMatchObject({ total: 0, state: 'drained' });
    expect(counts.fds.state).toBe('drained');
  });

  test('has grown by as much in every iteration, however often it went in between', () => {
    const emptiedAt100: At = (i) => (i <= 100 ? 2 * i : 2 * (i - 100));
    const evidence = evidenceOf({ handles: { Socket: emptiedAt100 }, drainedTo: { handles: { Socket: 0 } } }, 1);
    const beginning = evidence.segments[2]?.[0] as Reading;
    beginning.handles.Socket = 0;
    expect(assess(evidence, STRICT).handles.Socket).toMatchObject({ perIteration: 2, total: 0, state: 'drained' });
  });

  test('grows all the same when more than a tenth of the bytes stays', () => {
    const { bytes } = assessed({ heap: (i) => 1000 * i, drainedTo: { heap: 11_000 } });
    expect(bytes.heap.state).toBe('growing');
  });

  test('grows all the same when one handle stays', () => {
    const { handles } = assessed({ handles: { Timeout: (i) => i }, drainedTo: { handles: { Timeout: 1 } } });
    expect(handles.Timeout?.state).toBe('growing');
  });

  test('is judged by what the drained segments had grown by, when the run was doubled', () => {
    const evidence = evidenceOf({ heap: (i) => 1000 * i, drainedTo: { heap: 100_000 } }, 1);
    expect(assess(evidence, STRICT).bytes.heap.state).toBe('drained');
  });
});

test('what was merely in flight has not grown', () => {
  const gone = { heap: 200, fds: 0, gauges: { open: 0 } };
  const { bytes, counts, gauges } = assessed({
    heap: (i) => 1000 * i,
    fds: (i) => i,
    gauges: { open: (i) => i },
    drainedTo: gone,
    inFlight: true,
  });
  expect([bytes.heap.state, counts.fds.state, gauges.open?.state]).toEqual(['flat', 'flat', 'flat']);
  const { bytes: stays } = assessed({ heap: (i) => 1000 * i, drainedTo: { heap: 11_000 }, inFlight: true });
  expect(stays.heap.state).toBe('growing');
});

test('what has gone is what the readings before and after the wait differ by, as a snapshot moves the heap', () => {
  const evidence = evidenceOf({ heap: (i) => 1000 * i, drainedTo: {} });
  const [from, to] = [40_000, -55_000].map((heap) => ({ ...(evidence.drained as Drained).from, heap }));
  const drained = { ...(evidence.drained as Drained), from, to } as Drained;
  expect(assess({ ...evidence, drained }, STRICT).bytes.heap).toMatchObject({ total: 5_000, state: 'drained' });
});

test('what is flat stays flat whatever the drain did', () => {
  const { bytes } = assessed({ heap: () => 5000, handles: { Timeout: (i) => i }, drainedTo: { handles: {} } });
  expect(bytes.heap.state).toBe('flat');
});

test('where the heap grows and no class is seen to, one whose number rises is named, although all of it is young', () => {
  const evidence = evidenceOf({ heap: (i) => 16 * i, classes: { Job: (i) => i, Pool: () => 9 } }, 1);
  const young = evidence.classes.map((each) => ({
    ...each,
    survivors: each.survivors.map((_, i, all) => (i < all.length - 1 ? 0 : (each.counts.at(-1) as number))),
  }));
  expect(assess({ ...evidence, classes: young }, STRICT).classes).toMatchObject([
    { name: 'Job', state: 'growing', perIteration: 1 },
  ]);
  const flat = { ...evidenceOf({ heap: () => 5e6 }, 1), classes: young };
  expect(assess(flat, STRICT).classes.some(({ state }) => state === 'growing')).toBe(false);
});

test('a step of a store in the last segment does not make growth that slows down look like growth that goes on', () => {
  const slowing = (i: number) => 3_000 * Math.log(i + 1);
  const store = (i: number) => (i > 700 ? 4_000 : 1_000);
  const picture = { heap: (i: number) => slowing(i) + store(i) };
  const known = { ...picture, store };
  expect(assess(evidenceOf(picture, 3), STRICT).bytes.heap.state).toBe('growing');
  expect(assess(evidenceOf(known, 3), STRICT).bytes.heap.state).toBe('slowing');
});

describe('for any run, in all that is judged,', () => {
  const course = fc.array(fc.nat(400), { minLength: 161, maxLength: 161 });
  const runs = fc.record({ bytes: course, counts: course, doublings: fc.constantFrom(0, 1, 3) });
  const drawn = (bytes: number[], counts: number[], scale: number, by: number): Picture => {
    const at = (values: number[], factor: number) => (i: number) => by + scale * factor * (values[i / 10] as number);
    return {
      heap: at(bytes, 100),
      external: at(bytes, 1000),
      fds: at(counts, 1),
      handles: { Timeout: at(counts, 1) },
      gauges: { rows: at(counts, 1) },
      classes: { Entry: at(counts, 1) },
    };
  };
  const judgedAs = (
    { bytes, counts, doublings }: { bytes: number[]; counts: number[]; doublings: number },
    scale: number,
    by: number,
  ) => assess(evidenceOf(drawn(bytes, counts, scale, by), doublings), STRICT);

  test('what was there before the first reading changes nothing', () => {
    fc.assert(
      fc.property(runs, fc.nat(1_000_000), (run, base) => {
        expect(judgedAs(run, 1, base)).toEqual(judgedAs(run, 1, 0));
      }),
    );
  });

  test('twice of everything is twice the growth', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const [once, twice] = [judgedAs(run, 1, 0), judgedAs(run, 2, 0)];
        expect(twice.bytes.heap.perIteration).toBeCloseTo(2 * once.bytes.heap.perIteration);
        expect(twice.counts.fds.perIteration).toBeCloseTo(2 * once.counts.fds.perIteration);
        expect(twice.gauges.rows?.perIteration).toBeCloseTo(2 * (once.gauges.rows?.perIteration ?? 0));
        for (const { name, perIteration } of once.classes) {
          const again = twice.classes.find((each) => each.name === name);
          if (again !== undefined) expect(again.perIteration).toBeCloseTo(2 * perIteration);
        }
      }),
    );
  });

  test('the order in which classes are given does not matter', () => {
    fc.assert(
      fc.property(runs, fc.shuffledSubarray(['A', 'B', 'C'], { minLength: 3 }), ({ counts, doublings }, names) => {
        const at = (shift: number) => (i: number) => counts[(i / 10 + shift) % counts.length] as number;
        const classes = { A: at(0), B: at(7), C: at(31) };
        const shuffled = Object.fromEntries(names.map((name) => [name, classes[name as keyof typeof classes]]));
        const sorted = (picture: Picture) =>
          assess(evidenceOf(picture, doublings), STRICT).classes.toSorted((a, b) => a.name.localeCompare(b.name));
        expect(sorted({ classes: shuffled })).toEqual(sorted({ classes }));
      }),
    );
  });
});

describe('native memory and that of child processes', () => {
  test('are judged by the readings before the first snapshot, and by the bytes of the run', () => {
    const { bytes } = assessed({ rss: (i) => 1e6 * i, processesRss: (i) => 1e6 * i });
    expect(bytes.rss).toMatchObject({ perIteration: 1e6, state: 'growing' });
    expect(bytes.processesRss).toMatchObject({ perIteration: 1e6, total: 1e8, state: 'growing' });
    const native = evidenceOf({ rss: (i) => 1e6 * i });
    expect(assess({ ...native, segments: evidenceOf({}).segments }, STRICT).bytes.rss.state).toBe('growing');
    expect(assess({ ...native, resident: [] }, STRICT).bytes.rss.state).toBe('flat');
  });

  test('a child process may grow by 256 KiB an iteration, or by what is allowed when that is more', () => {
    const of = (rate: number, perIteration: number) =>
      assess(evidenceOf({ processesRss: (i) => rate * i }), {
        ...STRICT,
        processesRss: { perIteration, written: '' },
      }).bytes.processesRss.state;
    expect([of(256 * 1024, 0), of(256 * 1024 + 1, 0)]).toEqual(['flat', 'growing']);
    expect([of(1e6, 1e6), of(1e6 + 1, 1e6)]).toEqual(['flat', 'growing']);
  });
});

describe('growth that is gone when the next segment begins', () => {
  /** 50 kB of 1,000 bytes an iteration, in each segment anew. */
  const evidence = (drained: Partial<Drained> | null) => {
    const drawn = evidenceOf({ heap: (i) => 1000 * (i % 50), drainedTo: {} });
    const segments = drawn.segments.map((each) => each.map((reading, i) => ({ ...reading, heap: 10_000 * i })));
    return { ...drawn, segments, drained: drained === null ? null : { ...(drawn.drained as Drained), ...drained } };
  };
  const heapOf = (drained: Partial<Drained> | null) => assess(evidence(drained), STRICT).bytes.heap;

  test('is none', () => {
    expect(heapOf(null)).toEqual({ perIteration: 1000, low: 1000, high: 1000, total: 100_000, state: 'flat' });
    expect(heapOf({ inFlight: true }).state).toBe('flat');
  });

  test('is what a longer wait shows it to be', () => {
    expect(heapOf({ inFlight: false }).state).toBe('growing');
    const to = { ...(evidence(null).segments[0]?.[0] as Reading), heap: -90_000 };
    const from = { ...to, heap: 0 };
    expect(heapOf({ inFlight: false, from, to }).state).toBe('drained');
    expect(heapOf({ inFlight: false, from, to: { ...to, heap: -89_999 } }).state).toBe('growing');
  });
});

describe('stores that grow', () => {
  const full = [1000, 2000, 3000, 5000];
  const held = (bytes: number[], more: Partial<Evidence> = {}, allowed = 0) =>
    assess(
      { ...evidenceOf({}, 1), stores: [{ owner: 1, bytes }], ...more },
      { ...STRICT, heap: { perIteration: allowed, written: '' } },
    );

  test('are the growth of a heap that rises in steps', () => {
    expect(held(full).bytes.heap).toEqual({ perIteration: 20, low: 20, high: 20, total: 4000, state: 'growing' });
    expect(held([1000, 1000, 1000, 1000]).bytes.heap.state).toBe('flat');
  });

  test('are unsure as long as none is certain, and those that are certain count alone', () => {
    const late = [1000, 1000, 1000, 9000];
    expect(held(late).bytes.heap).toMatchObject({ perIteration: 40, total: 8000, state: 'unsure' });
    const stores = [late, full, full].map((bytes, owner) => ({ owner, bytes }));
    expect(held(full, { stores }).bytes.heap).toMatchObject({ perIteration: 40, total: 8000, state: 'growing' });
    expect(held(full, { stores }).stores.map(({ state }) => state)).toEqual(['unsure', 'growing', 'growing']);
  });

  test('are not judged below what is allowed, nor below the noise floor', () => {
    expect(held(full, {}, 20).bytes.heap.state).toBe('flat');
    expect(held(full, {}, 19).bytes.heap.state).toBe('growing');
    expect(held([1000, 1200, 1400, 1600]).bytes.heap.state).toBe('flat');
    expect(held([1000, 1200, 1400, 2400]).bytes.heap.state).toBe('growing');
  });

  test('add nothing to a heap that grows by itself or has drained', () => {
    const grows = evidenceOf({ heap: (i) => 100 * i }, 1);
    expect(held(full, { segments: grows.segments }).bytes.heap.perIteration).toBe(100);
    const { segments, drained } = evidenceOf({ heap: (i) => 100 * i, drainedTo: { heap: 10_000 } }, 1);
    expect(held(full, { segments, drained }).bytes.heap.state).toBe('drained');
  });

  test('are no growth of anything but the heap', () => {
    const store = (i: number) => 50 * i;
    const rising = (i: number) => 3_000 * Math.log(i + 1) + (i > 700 ? 4_000 : 0);
    const { external } = assess(evidenceOf({ external: rising, store }, 3), STRICT).bytes;
    expect(external.state).toBe('growing');
  });
});

describe('where the heap grows and the objects of a class are all young', () => {
  const YOUNG = [0, 0, 99];
  const heap = (i: number) => 16 * i;
  const withYoung = (picture: Picture, young: string[]) => {
    const evidence = evidenceOf({ heap, ...picture }, 1);
    const classes = evidence.classes.map((each) => (young.includes(each.name) ? { ...each, survivors: YOUNG } : each));
    return assess({ ...evidence, classes }, STRICT).classes.map(({ name, state }) => `${name} ${state}`);
  };

  test('the others are told as they are', () => {
    const classes = { Cache: (i: number) => Math.min(i, 60), Job: (i: number) => i };
    expect(withYoung({ classes }, ['Job'])).toEqual(['Cache stopped', 'Job growing']);
  });

  test('one that grows ever more slowly is named as well, since the heap goes on', () => {
    expect(withYoung({ classes: { Job: (i) => 30 * Math.log(i + 1) } }, ['Job'])).toEqual(['Job growing']);
  });

  test('it is not named where another class explains the growth, although that one is not the only one', () => {
    const classes = { Leak: (i: number) => i, Cache: (i: number) => Math.min(i, 60), Job: (i: number) => i };
    expect(withYoung({ classes }, ['Job'])).toEqual(['Leak growing', 'Cache stopped', 'Job unsure']);
  });
});

test.each([
  ['processes', 'counts'],
  ['fds', 'counts'],
] as const)('%s are flat up to what is allowed', (name, group) => {
  const of = (perIteration: number) =>
    assess(evidenceOf({ [name]: (i: number) => 2 * i }), { ...STRICT, [name]: { perIteration, written: '' } })[group][
      name
    ].state;
  expect([of(2), of(1)]).toEqual(['flat', 'growing']);
});

test('handles and gauges are flat up to what is allowed', () => {
  const of = (perIteration: number) => {
    const allowed = { perIteration, written: '' };
    const picture = { handles: { Timeout: (i: number) => 2 * i }, gauges: { rows: (i: number) => 2 * i } };
    const { handles, gauges } = assess(evidenceOf(picture), { ...STRICT, handles: allowed, gauges: { rows: allowed } });
    return [handles.Timeout?.state, gauges.rows?.state];
  };
  expect([of(2), of(1)]).toEqual([
    ['flat', 'flat'],
    ['growing', 'growing'],
  ]);
});
