import { branchIf, type Code, when } from '../wasm/code.ts';
import { call, i8x16, i32, i64, type Local, local } from '../wasm/instructions.ts';
import type { WasmFunction } from '../wasm/module.ts';

/** Digits of the longest plain number; it fits 32 bits. Larger ones, and there are few, are read a byte at a time. */
export const SHORT_DIGITS = 9;

const ZERO = 0x30;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
/** Delimiters are looked for in so many bytes at a time. */
const CHUNK_BYTES = 64;

/** The variables that the code here works with; they come behind five of whoever uses it. */
export const numberLocals = ['i32', 'i32', 'i32', 'i32', 'i64', 'i64'] as const;
const CHUNK = local(5);
/** Where the next number starts. */
export const START = local(6);
const END = local(7);
const LENGTH = local(8);
/** The delimiters of the chunk that have not been reached yet, a bit each. */
const DELIMITERS = local(9);
const DIGITS = local(10);

/** Function 0 of a module that reads numbers: the bytes from an address on that are no digits, as 64 bits. */
export const delimiters: WasmFunction = {
  parameters: ['i32'],
  result: 'i64',
  locals: [],
  body: [0, 16, 32, 48]
    .map((offset) => i64.shl(i64.fromI32(noDigits(local(0), offset)), i64.const(BigInt(offset))))
    .reduce((left, right) => i64.or(left, right)),
};

/** As the comparison is signed, digits are moved to the lowest ten values. */
function noDigits(address: Local, offset: number): Code {
  const moved = i8x16.sub(i8x16.load(address.get, offset), i8x16.splat(i32.const(ZERO + 128)));
  return i8x16.bitmask(i8x16.gt(moved, i8x16.splat(i32.const(9 - 128))));
}

/** To be run before the first number, which starts at `from`. */
export function beginNumbers(from: Local): Code {
  return [CHUNK.set(from.get), START.set(from.get), DELIMITERS.set(call(0, from.get))];
}

/**
 * Reads the plain number at {@link START}, sets `value` to it where one is given, and moves on behind its comma. Branches
 * to `stop` when there is none.
 */
export function readNumber(value: Local | undefined): Code {
  return [
    nextDelimiter,
    LENGTH.set(i32.sub(END.get, START.get)),
    branchIf(i32.ge(i32.sub(LENGTH.get, i32.const(1)), i32.const(SHORT_DIGITS)), 'stop'),
    value ? setTo(value) : [],
    when(
      i32.ne(i32.load8(END.get), i32.const(COMMA)),
      // Older versions of V8 end each record with a newline, in front of the comma.
      branchIf(i32.ne(i32.load8(END.get), i32.const(NEWLINE)), 'stop'),
      branchIf(i32.ne(i32.load8(END.get, 1), i32.const(COMMA)), 'stop'),
      nextDelimiter,
    ),
    START.set(i32.add(END.get, i32.const(1))),
  ];
}

const nextDelimiter: Code = [
  when(
    i64.isZero(DELIMITERS.get),
    CHUNK.set(i32.add(CHUNK.get, i32.const(CHUNK_BYTES))),
    DELIMITERS.set(call(0, CHUNK.get)),
    branchIf(i64.isZero(DELIMITERS.get), 'stop'),
  ),
  END.set(i32.add(CHUNK.get, i32.fromI64(i64.trailingZeros(DELIMITERS.get)))),
  DELIMITERS.set(i64.and(DELIMITERS.get, i64.sub(DELIMITERS.get, i64.const(1n)))),
];

const ZEROS = 0x30_30_30_30_30_30_30_30n;

/** A number of fewer than eight digits is shifted, so that zeros stand in front of it. */
function setTo(value: Local): Code {
  const missingBits = i32.sub(i32.const(64), i32.shl(LENGTH.get, i32.const(3)));
  const firstDigit = i32.sub(i32.load8(START.get), i32.const(ZERO));
  return [
    DIGITS.set(i64.shl(i64.xor(i64.load(START.get), i64.const(ZEROS)), i64.fromI32(missingBits))),
    value.set(i32.fromI64(eightDigits)),
    when(
      i32.gt(LENGTH.get, i32.const(8)),
      DIGITS.set(i64.xor(i64.load(START.get, 1), i64.const(ZEROS))),
      value.set(i32.add(i32.fromI64(eightDigits), i32.mul(firstDigit, i32.const(100_000_000)))),
    ),
  ];
}

/**
 * The value of the eight digits in {@link DIGITS} by three multiplications, each of which makes one number of two
 * neighbours. Source: D. Lemire, "Quickly parsing eight digits", 2018.
 */
const eightDigits = [16n, 32n, 64n]
  .map((bits, step) => ({ half: bits / 2n, scale: 10n ** (2n ** BigInt(step)), mask: everyOther(bits) }))
  .reduce(
    (digits, { half, scale, mask }) =>
      i64.and(i64.shr(i64.mul(digits, i64.const((scale << half) + 1n)), i64.const(half)), i64.const(mask)),
    DIGITS.get,
  );

/** Ones in the lower half of every `bits` bits. */
function everyOther(bits: bigint): bigint {
  let mask = 0n;
  for (let at = 0n; at < 64n; at += bits) mask |= ((1n << (bits / 2n)) - 1n) << at;
  return mask;
}
