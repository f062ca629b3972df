import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBytes, parseCount, parseLimit, parseMs } from './quantity.ts';

test.each<[string | number, number]>([
  [16, 16],
  ['0 B', 0],
  ['1 kB', 1000],
  ['1 KB', 1000],
  ['64 KiB', 65_536],
  ['1.5MB', 1_500_000],
  ['2 MiB', 2_097_152],
  [' 1 GB ', 1e9],
])('%s is %d bytes', (written, bytes) => {
  expect(parseBytes(written)).toBe(bytes);
});

test.each<[string | number, number]>([
  [250, 250],
  ['250 ms', 250],
  ['2.5 s', 2500],
  ['2 min', 120_000],
])('%s is %d milliseconds', (written, ms) => {
  expect(parseMs(written)).toBe(ms);
});

test.each<[string | number, number]>([
  [0, 0],
  ['0.5', 0.5],
  ['12', 12],
])('%s is %d pieces', (written, count) => {
  expect(parseCount(written)).toBe(count);
});

describe('what is no quantity gets one sentence with what would be right', () => {
  test.each<[string, (text: string) => number, string]>([
    ['lots', parseBytes, "'lots' is not a quantity; write '0 B', '1 kB' or '64 KiB'"],
    ['', parseBytes, "'' is not a quantity; write '0 B', '1 kB' or '64 KiB'"],
    ['100', parseBytes, "'100' is not a quantity; write '0 B', '1 kB' or '64 KiB'"],
    ['1 kB 2', parseBytes, "'1 kB 2' is not a quantity; write '0 B', '1 kB' or '64 KiB'"],
    ['1 kb', parseBytes, "'kb' in '1 kb' is no unit of bytes; write '0 B', '1 kB' or '64 KiB'"],
    ['1 mB', parseBytes, "'mB' in '1 mB' is no unit of bytes; write '0 B', '1 kB' or '64 KiB'"],
    ['1 xB', parseBytes, "'xB' in '1 xB' is no unit of bytes; write '0 B', '1 kB' or '64 KiB'"],
    ['1 s', parseBytes, "'s' in '1 s' is no unit of bytes; write '0 B', '1 kB' or '64 KiB'"],
    ['5 %', parseBytes, "'%' in '5 %' is no unit of bytes; write '0 B', '1 kB' or '64 KiB'"],
    ['5', parseMs, "'5' is not a quantity; write '250 ms', '2.5 s' or '2 min'"],
    ['5 kB', parseMs, "'kB' in '5 kB' is no unit that fits; write '250 ms', '2.5 s' or '2 min'"],
    ['5 sec', parseMs, "'sec' in '5 sec' is no unit that fits; write '250 ms', '2.5 s' or '2 min'"],
    ['few', parseCount, "'few' is not a number; write 0 or 0.5"],
    ['', parseCount, "'' is not a number; write 0 or 0.5"],
    [' ', parseCount, "' ' is not a number; write 0 or 0.5"],
    ['1 kB', parseCount, "'1 kB' is not a number; write 0 or 0.5"],
  ])("'%s' for %o", (text, parse, message) => {
    expect(() => parse(text)).toThrow(new TypeError(message));
  });
});

test('any whole number of kB and KiB is read exactly', () => {
  fc.assert(
    fc.property(fc.nat(1e6), (number) => {
      expect(parseBytes(`${number} kB`)).toBe(number * 1000);
      expect(parseBytes(`${number}KiB`)).toBe(number * 1024);
    }),
  );
});

describe('a limit is', () => {
  test('per iteration when it is a bare quantity', () => {
    expect(parseLimit('1 kB', parseBytes)).toEqual({ of: 'iteration', value: 1000 });
    expect(parseLimit(0.5, parseCount)).toEqual({ of: 'iteration', value: 0.5 });
  });

  test('over the run when it is a total', () => {
    expect(parseLimit({ total: '1 MB' }, parseBytes)).toEqual({ of: 'run', value: 1e6 });
    expect(parseLimit({ total: 3 }, parseCount)).toEqual({ of: 'run', value: 3 });
  });

  test('relative to the baseline when it is a percentage', () => {
    expect(parseLimit('5 %', parseBytes)).toEqual({ of: 'baseline', value: 0.05 });
    expect(parseLimit('0.5%', parseCount)).toEqual({ of: 'baseline', value: 0.005 });
  });

  test('no percentage in all: that would be neither', () => {
    expect(() => parseLimit({ total: '5 %' }, parseBytes)).toThrow('is no unit of bytes');
  });
});
