import { describe, expect, test } from 'vitest';
import { growthFailures } from './growth-failures.ts';
import { type Circumstances, caseOf, kept } from './testing/case.ts';
import { type Picture, STRICT } from './testing/picture.ts';

const failures = (picture: Picture, given?: Circumstances) => growthFailures(caseOf(picture, given));
const messages = (picture: Picture, given?: Circumstances) => failures(picture, given).map(({ message }) => message);

test('a failure holds threshold, limit and actual as numbers', () => {
  expect(
    failures({ heap: (i) => 16 * i }, { allowances: { heap: { perIteration: 10, written: '10 B' } } }),
  ).toMatchObject([{ threshold: 'heap', limit: 10, actual: 16 }]);
});

describe('the message says what grows, per iteration, in total, and what is allowed as the author wrote it:', () => {
  test.each<[string, Picture, Circumstances, string]>([
    [
      'bytes per iteration',
      { external: (i) => 2048 * i },
      { allowances: { external: { perIteration: 1024, written: '1 KiB' } } },
      'external grows by 2,048 B per iteration (205 kB in 100 iterations), more than the allowed 1 KiB',
    ],
    [
      'bytes over the run',
      { arrayBuffers: (i) => 2048 * i },
      { allowances: { arrayBuffers: { perIteration: 10, written: '1 kB in all' } } },
      'arrayBuffers grows by 2,048 B per iteration (205 kB in 100 iterations), more than the allowed 1 kB in all',
    ],
    [
      'bytes relative to the baseline',
      { rss: (i) => 40_000 * i },
      { allowances: { rss: { perIteration: 500, written: '5 %' } } },
      'rss grows by 40 kB per iteration (4 MB in 100 iterations), more than the allowed 5 %',
    ],
    [
      'handles of a type',
      { handles: { TCPSocketWrap: (i) => i / 5 } },
      {},
      'handles.TCPSocketWrap grows by 0.2 per iteration (20 in 100 iterations), more than the allowed 0',
    ],
    [
      'child processes',
      { processes: (i) => i },
      {},
      'processes grows by 1 per iteration (100 in 100 iterations), more than the allowed 0',
    ],
    [
      'file descriptors',
      { fds: (i) => 2 * i },
      {},
      'fds grows by 2 per iteration (200 in 100 iterations), more than the allowed 0',
    ],
    [
      'a gauge',
      { gauges: { 'pool.size': (i) => i } },
      { allowances: { gauges: { 'pool.size': { perIteration: 0.5, written: '0.5' } } } },
      'gauges.pool.size grows by 1 per iteration (100 in 100 iterations), more than the allowed 0.5',
    ],
    [
      'objects of a class that no retainer was found for',
      { classes: { Entry: (i) => i } },
      {},
      'objects grow by 1 per iteration (100 in 100 iterations), more than the allowed 0: Entry by 1',
    ],
    [
      'objects of several classes, the one first that keeps most, with its retainer path',
      { classes: { Array: (i) => 3 * i, Entry: (i) => i, closure: (i) => i } },
      { groups: [kept(100, 'Entry', '(GC roots) ▸ Registry.entries'), kept(300, 'Array', 'Entry.list')] },
      'objects grow by 5 per iteration (500 in 100 iterations), more than the allowed 0: Entry by 1 and 2 more, kept by (GC roots) ▸ Registry.entries',
    ],
  ])('%s', (_, picture, given, message) => {
    expect(messages(picture, given)).toEqual([message]);
  });
});

test('objects come first, then bytes, processes, descriptors and handles', () => {
  const all = failures({
    handles: { Timeout: (i) => i },
    fds: (i) => i,
    heap: (i) => 16 * i,
    classes: { Entry: (i) => i },
  });
  expect(all.map(({ threshold }) => threshold)).toEqual(['objects', 'heap', 'fds', 'handles.Timeout']);
});

test('growth up to the limit is no failure', () => {
  const allowances = { objects: { perIteration: 1, written: '1' }, heap: { perIteration: 16, written: '16 B' } };
  expect(failures({ classes: { Entry: (i) => i }, heap: (i) => 16 * i }, { allowances })).toEqual([]);
});

test('the limit of objects holds for all classes together', () => {
  const allowances = { objects: { perIteration: 1.5, written: '1.5' } };
  expect(failures({ classes: { Entry: (i) => i, Key: (i) => i } }, { allowances })).toMatchObject([
    { threshold: 'objects', limit: 1.5, actual: 2 },
  ]);
});

test('objects that no threshold judges are no failure', () => {
  const { objects: _, ...unjudged } = STRICT;
  const given = caseOf({ classes: { Entry: (i) => i }, fds: (i) => i });
  expect(growthFailures({ ...given, allowances: unjudged }).map(({ threshold }) => threshold)).toEqual(['fds']);
});

describe('the message about objects', () => {
  const picture = { classes: { Entry: (i: number) => i } };

  test('gives the path of the class it names, when most of what survives is of a class that does not grow', () => {
    const groups = [kept(300, 'Array', 'Entry.list'), kept(100, 'Entry', '(GC roots) ▸ Registry.entries')];
    expect(messages(picture, { groups })[0]).toMatch(/: Entry by 1, kept by \(GC roots\) ▸ Registry\.entries$/);
  });

  test('says nothing of what keeps them when no path was found', () => {
    const groups = [{ className: 'Entry', count: 100, retainerPath: [] }];
    expect(messages(picture, { groups })[0]).toMatch(/: Entry by 1$/);
    expect(messages(picture, { groups: [kept(100, 'Array', 'Entry.list')] })[0]).toMatch(/: Entry by 1$/);
  });
});

test('the message about the heap names the object whose store grows, and what keeps it; others do not', () => {
  const owners = [{ className: 'Registry', retainerPath: ['(GC roots)', 'Module.registry'] }];
  expect(messages({ heap: (i) => 16 * i, external: (i) => 16 * i }, { owners })).toEqual([
    'heap grows by 16 B per iteration (1,600 B in 100 iterations), more than the allowed 0 B: the store behind Registry, kept by (GC roots) ▸ Module.registry',
    'external grows by 16 B per iteration (1,600 B in 100 iterations), more than the allowed 0 B',
  ]);
});
