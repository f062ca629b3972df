import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Json, pack } from './pack.ts';
import { unpack } from './unpack.ts';

const through = (value: Json) => unpack(JSON.parse(JSON.stringify(pack(value))));

test('what was packed comes back as it was, whatever it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // Through JSON first, which knows no negative zero.
      const plain = JSON.parse(JSON.stringify(value));
      expect(through(plain)).toEqual(plain);
    }),
  );
});

test('what is decoded late comes out as it was, however often one asks', () => {
  const late = new Set(['late', 'nested']);
  const keys = fc.constantFrom('late', 'nested', 'soon', '__proto__');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      fc.integer(),
      fc.string(),
      fc.array(tie('tree')),
      fc.array(fc.record({ late: tie('tree') })),
      tie('object'),
    ),
    object: fc.array(fc.tuple(keys, tie('tree'))).map((entries) => Object.fromEntries(entries)),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const plain = JSON.parse(JSON.stringify(value));
      const read = unpack(JSON.parse(JSON.stringify(pack(plain))), late);
      expect(JSON.stringify(read)).toBe(JSON.stringify(plain));
      expect(JSON.stringify(read)).toBe(JSON.stringify(plain));
    }),
  );
});

test('what is decoded late is decoded when it is asked for, and once', () => {
  const rows = [
    { name: 'a', samples: [{ phase: 'setup' }] },
    { name: 'b', samples: [{ phase: 'setup' }] },
  ];
  const packed = pack(rows);
  const [asked, notYet] = unpack(packed, new Set(['samples'])) as typeof rows;
  const { samples } = asked;
  packed.strings[packed.strings.indexOf('setup')] = 'changed since';
  expect(asked.samples).toBe(samples);
  expect(samples).toEqual([{ phase: 'setup' }]);
  expect(notYet.samples).toEqual([{ phase: 'changed since' }]);
});

test('rows of one shape come back as they were, whatever their columns hold', () => {
  const rows = fc.array(
    fc.record({
      whole: fc.maxSafeInteger(),
      part: fc.double({ noNaN: true, noDefaultInfinity: true }),
      text: fc.string(),
      nested: fc.dictionary(fc.string(), fc.integer(), { maxKeys: 2 }),
    }),
  );
  fc.assert(
    fc.property(rows, (given) => {
      const plain = JSON.parse(JSON.stringify(given));
      expect(through(plain)).toEqual(plain);
    }),
  );
});

test('a key named __proto__ is a key like any other', () => {
  const value = JSON.parse('{"__proto__": {"polluted": 1}}');
  expect(JSON.stringify(through(value))).toBe('{"__proto__":{"polluted":1}}');
});

test('a column that does not change costs one number, a text is kept once', () => {
  const rows = Array.from({ length: 1000 }, (_, i) => ({ heapBytes: 1_000_000_000 + i, fds: 22, phase: 'segment 1' }));
  const packed = pack(rows);
  expect(packed.strings).toEqual(['heapBytes', 'fds', 'phase', 'segment 1']);
  expect(JSON.stringify(packed).length).toBeLessThan(2200);
});
