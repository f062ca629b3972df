import type { Code } from './code.ts';
import { signed, signed32, unsigned } from './leb128.ts';

/** A variable of a function, by its number; parameters come first. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
  /** Sets it and gives the value on. */
  tee(value: Code): Code;
}

export function local(index: number): Local {
  return {
    get: [0x20, index],
    set: (value) => [value, 0x21, index],
    tee: (value) => [value, 0x22, index],
  };
}

type Unary = (value: Code) => Code;
type Binary = (left: Code, right: Code) => Code;
type Load = (address: Code, offset?: number) => Code;
type Store = (address: Code, value: Code, offset?: number) => Code;

const unary =
  (...opcode: number[]): Unary =>
  (value) => [value, opcode];
const binary =
  (...opcode: number[]): Binary =>
  (left, right) => [left, right, opcode];
// The alignment is a hint; none is promised.
const load =
  (...opcode: number[]): Load =>
  (address, offset = 0) => [address, opcode, 0, unsigned(offset)];
const store =
  (...opcode: number[]): Store =>
  (address, value, offset = 0) => [address, value, opcode, 0, unsigned(offset)];

/** Calls function number `index` of the module. */
export function call(index: number, ...parameters: Code[]): Code {
  return [parameters, 0x10, index];
}

/** `value` where `condition` is not 0, `other` elsewhere; works out both. */
export function select(condition: Code, value: Code, other: Code): Code {
  return [value, other, condition, 0x1b];
}

export const i32 = {
  const: (value: number): Code => [0x41, signed32(value)],
  load: load(0x28),
  load8: load(0x2d),
  store: store(0x36),
  store8: store(0x3a),
  eq: binary(0x46),
  ne: binary(0x47),
  lt: binary(0x49),
  gt: binary(0x4b),
  ge: binary(0x4f),
  add: binary(0x6a),
  sub: binary(0x6b),
  mul: binary(0x6c),
  div: binary(0x6e),
  and: binary(0x71),
  or: binary(0x72),
  shl: binary(0x74),
  fromI64: unary(0xa7),
};

export const i64 = {
  const: (value: bigint): Code => [0x42, signed(BigInt.asIntN(64, value))],
  load: load(0x29),
  isZero: unary(0x50),
  trailingZeros: unary(0x7a),
  add: binary(0x7c),
  sub: binary(0x7d),
  mul: binary(0x7e),
  and: binary(0x83),
  or: binary(0x84),
  xor: binary(0x85),
  shl: binary(0x86),
  shr: binary(0x88),
  fromI32: unary(0xad),
};

/** Sixteen bytes at once. */
export const i8x16 = {
  load: load(0xfd, 0x00),
  splat: unary(0xfd, 0x0f),
  eq: binary(0xfd, 0x23),
  /** Signed. */
  gt: binary(0xfd, 0x27),
  /** Unsigned. */
  lt: binary(0xfd, 0x26),
  or: binary(0xfd, 0x50),
  /** The highest bit of each byte, as a number of 16 bits. */
  bitmask: unary(0xfd, 0x64),
  sub: binary(0xfd, 0x71),
};
