import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from './assess.ts';
import type { Drained, Reading } from './evidence.ts';
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
