import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClassGrowth } from './classes.ts';
import { concerns, type Expectation, expired, type Grown, passesThrough, unexplained, unmet } from './known.ts';
import { kept } from './testing/case.ts';

const entry = (fields: Partial<Expectation> = {}): Expectation => ({
  class: 'Entry',
  reason: 'it is cached',
  ...fields,
});

function grown({ handles = {}, groups = [], ...classes }: Record<string, unknown> & Partial<Grown>): Grown {
  const growths = Object.entries(classes).map(
    ([name, rate]): ClassGrowth => ({
      name,
      state: 'growing',
      perIteration: rate as number,
      count: 100 * (rate as number),
      shallowBytes: 0,
    }),
  );
  return { classes: growths, groups, handles };
}

describe('an entry concerns', () => {
  test.each<[string | undefined, string | null, boolean]>([
    [undefined, '1.0.0', true],
    [undefined, null, true],
    ['<5.2.6', '5.2.5', true],
    ['<5.2.6', '5.2.6', false],
    ['<5.2.6', null, false],
    ['>=2.0.0', '2.0.450-beta.1', true],
    ['5.2.5+stats', '5.2.5+stats', true],
    ['5.2.5+stats', '5.2.5', false],
    ['fixed', 'fixed', true],
    ['fixed', '1.0.0', false],
    ['fixed', null, false],
  ])('of versions %s the version %s: %s', (versions, version, does) => {
    expect(concerns(entry(versions === undefined ? {} : { versions }), version)).toBe(does);
  });
});

describe('an entry is met', () => {
  test('by any growth of its class when it names no rate', () => {
    expect(unmet(entry(), grown({ Entry: 17 }))).toBeNull();
  });

  test('by a rate within 2 %, and by no other', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (rate, off) => {
          const within = unmet(entry({ perIteration: rate }), grown({ Entry: rate * (1 + 0.0199 * off) }));
          expect(within).toBeNull();
          const beside = unmet(
            entry({ perIteration: rate }),
            grown({ Entry: rate * (1 + (off < 0 ? -1 : 1) * 0.0201) }),
          );
          expect(beside).toContain('is to grow by');
        },
      ),
    );
  });

  test('by all classes that its pattern stands for, together', () => {
    const growth = grown({ AnonymousModel_1: 1, AnonymousModel_2: 2, Model: 9 });
    expect(unmet(entry({ class: 'AnonymousModel_*', perIteration: 3 }), growth)).toBeNull();
  });

  test('by a class whose name holds signs that mean something in patterns', () => {
    expect(unmet(entry({ class: '(closure) a.b$' }), grown({ '(closure) a.b$': 1 }))).toBeNull();
    expect(unmet(entry({ class: 'a.b' }), grown({ acb: 1 }))).not.toBeNull();
  });

  test('by handles of its type', () => {
    const growth = grown({ handles: { Timeout: 1, TCPSocketWrap: 5 } });
    expect(unmet(entry({ class: 'Timeout', perIteration: 1 }), growth)).toBeNull();
    expect(unmet(entry({ class: 'Timeout', perIteration: 2 }), growth)).toContain('and grows by 1');
    // A handle is kept by the event loop, which no path shows.
    expect(unmet(entry({ class: 'Timeout', retainer: 'Pool' }), growth)).toBeNull();
  });

  test('by one group that is kept through its retainer', () => {
    const groups = [kept(5, 'Entry', '(GC roots) ▸ Other'), kept(95, 'Entry', '(GC roots) ▸ Registry.entries ▸ Map')];
    expect(unmet(entry({ retainer: 'Registry ▸ Map' }), grown({ Entry: 1, groups }))).toBeNull();
  });
});

describe('an entry is not met, and the sentence says why,', () => {
  test('when its class does not grow', () => {
    expect(unmet(entry(), grown({ Other: 1 }))).toBe('Entry does not grow any more: remove the entry');
  });

  test('when the rate is another', () => {
    expect(unmet(entry({ perIteration: 1 }), grown({ Entry: 4 / 3 }))).toBe(
      'Entry is to grow by 1 per iteration, and grows by 1.333',
    );
  });

  test('when it is kept by something else', () => {
    const groups = [kept(100, 'Entry', '(GC roots) ▸ Pool.items')];
    expect(unmet(entry({ retainer: 'Registry ▸ Map' }), grown({ Entry: 1, groups }))).toBe(
      'Entry is to be kept by Registry ▸ Map, and is kept by (GC roots) ▸ Pool.items',
    );
  });

  test('when only another class is kept by its retainer', () => {
    const groups = [kept(9, 'Row', '(GC roots) ▸ Registry.rows'), kept(100, 'Entry', '(GC roots) ▸ Pool.items')];
    expect(unmet(entry({ retainer: 'Registry' }), grown({ Entry: 1, Row: 1, groups }))).toContain(
      'is kept by (GC roots) ▸ Pool',
    );
  });

  test('when the rate is off by the least more than is tolerated, and it is met by the most', () => {
    expect(unmet(entry({ perIteration: 50 }), grown({ Entry: 51 }))).toBeNull();
    expect(unmet(entry({ perIteration: 50 }), grown({ Entry: 51.1 }))).toContain('and grows by 51.1');
  });

  test('when nothing is known of what keeps it', () => {
    expect(unmet(entry({ retainer: 'Registry' }), grown({ Entry: 1 }))).toBe(
      'Entry is to be kept by Registry, and is kept by a path that was not found',
    );
  });
});

test('a path passes through steps in their order only', () => {
  const path = ['(GC roots)', 'RootContainer.children', 'Map', 'Entry'];
  expect(passesThrough(path, 'RootContainer ▸ children')).toBe(true);
  expect(passesThrough(path, 'RootContainer ▸ Entry')).toBe(true);
  expect(passesThrough(path, 'Map ▸ RootContainer')).toBe(false);
  expect(passesThrough(['Map', 'Entry'], 'Map ▸ Map')).toBe(false);
  expect(passesThrough(['Root', 'Container'], 'RootContainer')).toBe(false);
  expect(passesThrough([], 'Map')).toBe(false);
});

describe('what grows beside a known leak', () => {
  const known = [entry({ retainer: 'Registry' })];
  const entries = kept(100, 'Entry', '(GC roots) ▸ Registry.entries');

  test('is explained when it hangs off it', () => {
    const groups = [
      entries,
      kept(100, 'Key', '(GC roots) ▸ Registry.entries ▸ Entry.key'),
      kept(100, 'Row', 'Entry.row'),
    ];
    expect(unexplained([entry()], grown({ Entry: 1, Key: 1, Row: 1, groups }))).toEqual([]);
  });

  test('is named when it hangs off the same class at another place than the entry says', () => {
    const groups = [entries, kept(100, 'Row', '(GC roots) ▸ Entry.row')];
    expect(unexplained(known, grown({ Entry: 1, Row: 1, groups }))).toEqual(['Row']);
  });

  test('is named when it is kept by something else, or by nothing that was found', () => {
    const groups = [entries, kept(100, 'Key', '(GC roots) ▸ Pool.keys')];
    expect(unexplained(known, grown({ Entry: 1, Key: 1, Row: 1, groups }))).toEqual(['Key', 'Row']);
  });

  test('is named when more than a twentieth of it is kept elsewhere', () => {
    const split = (elsewhere: number) =>
      unexplained(
        known,
        grown({
          Entry: 1,
          groups: [kept(100 - elsewhere, 'Entry', 'Registry.entries'), kept(elsewhere, 'Entry', 'Pool')],
        }),
      );
    expect(split(5)).toEqual([]);
    expect(split(6)).toEqual(['Entry']);
  });

  test('is explained when it would be gone with what an entry explains, whatever the shortest path to it', () => {
    const groups = [kept(10, 'Entry', '(GC roots) ▸ Cache ▸ Entry'), kept(10, 'string', '(GC roots) ▸ Index ▸ string')];
    const entries = [entry({ retainer: 'Cache' })];
    const withAlone = (standAlone: number) => groups.map((group, i) => (i === 0 ? group : { ...group, standAlone }));
    expect(unexplained(entries, grown({ Entry: 1, string: 1, groups }))).toEqual(['string']);
    expect(unexplained(entries, grown({ Entry: 1, string: 1, groups: withAlone(0) }))).toEqual([]);
    expect(unexplained(entries, grown({ Entry: 1, string: 1, groups: withAlone(10) }))).toEqual(['string']);
  });

  test('is explained when it is nothing but the names of properties', () => {
    const groups = [entries, kept(100, 'String', '(Internalized strings) ▸ name')];
    expect(unexplained(known, grown({ Entry: 1, String: 1, groups }))).toEqual([]);
  });

  test('is named when an entry without a retainer names neither its class nor anything on its way', () => {
    const groups = [entries, kept(100, 'Key', '(GC roots) ▸ Pool.keys')];
    expect(unexplained([entry()], grown({ Entry: 1, Key: 1, groups }))).toEqual(['Key']);
  });

  test('is explained when one of several entries explains it', () => {
    const both = [entry({ class: 'Timeout' }), entry()];
    expect(unexplained(both, grown({ Entry: 1, groups: [entries], handles: { Timeout: 1 } }))).toEqual([]);
  });

  test('is explained when it is child processes or descriptors of handles that an entry names', () => {
    const spawned = grown({ handles: { ProcessWrap: 1, processes: 1 } });
    expect(unexplained([entry({ class: 'ProcessWrap' })], spawned)).toEqual([]);
    expect(unexplained([entry({ class: 'TCPSocketWrap' })], spawned)).toEqual(['ProcessWrap', 'processes']);
    const opened = grown({ handles: { TCPSocketWrap: 1, Timeout: 1, fds: 1 } });
    expect(unexplained([entry({ class: 'TCPSocketWrap' })], opened)).toEqual(['Timeout']);
    expect(unexplained([entry({ class: 'ProcessWrap' })], opened)).toEqual(['TCPSocketWrap', 'Timeout', 'fds']);
  });

  test('is named when it is a handle of a type that no entry names', () => {
    const handles = { Timeout: 1, TCPSocketWrap: 1 };
    expect(unexplained([entry({ class: 'Time*' })], grown({ handles }))).toEqual(['TCPSocketWrap']);
  });
});

test('an entry expires on the day after its last', () => {
  expect(expired(entry({ expires: '2026-11-20' }), '2026-11-20')).toBe(false);
  expect(expired(entry({ expires: '2026-11-20' }), '2026-11-21')).toBe(true);
  expect(expired(entry(), '2999-01-01')).toBe(false);
});
