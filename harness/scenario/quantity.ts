import { convert } from 'convert';
import type { Limit, Quantity } from './definition.ts';

const WRITTEN = /^\s*([+-]?\d+(?:\.\d+)?)\s*([a-zA-Z%]*)\s*$/;
/** A small b is a bit and a small m is a thousandth: '1 kb' would quietly mean 125 bytes, and '1 mB' none. */
const BYTES = /^([kKMGT]i?)?B$/;

function parse(text: string, into: 'B' | 'ms', examples: string): number {
  const [, number, unit] = WRITTEN.exec(text) ?? [];
  if (number === undefined || unit === undefined || unit === '') {
    throw new TypeError(`'${text}' is not a quantity; write ${examples}`);
  }
  if (into === 'B' && !BYTES.test(unit)) {
    throw new TypeError(`'${unit}' in '${text}' is no unit of bytes; write ${examples}`);
  }
  try {
    // biome-ignore lint/suspicious/noExplicitAny: the unit is checked by the call itself
    return convert(Number(number), unit as any).to(into as any) as unknown as number;
  } catch {
    throw new TypeError(`'${unit}' in '${text}' is no unit that fits; write ${examples}`);
  }
}

/** Bytes of a quantity: a number is bytes; kB is 1,000 and KiB 1,024. Throws a TypeError with the remedy. */
export function parseBytes(quantity: Quantity): number {
  return typeof quantity === 'number' ? quantity : parse(quantity, 'B', "'0 B', '1 kB' or '64 KiB'");
}

/** Milliseconds of a quantity: a number is milliseconds. Throws a TypeError with the remedy. */
export function parseMs(quantity: Quantity): number {
  return typeof quantity === 'number' ? quantity : parse(quantity, 'ms', "'250 ms', '2.5 s' or '2 min'");
}

/** Pieces of a quantity without unit. Throws a TypeError with the remedy. */
export function parseCount(quantity: Quantity): number {
  const count = Number(quantity);
  if (String(quantity).trim() === '' || !Number.isFinite(count))
    throw new TypeError(`'${quantity}' is not a number; write 0 or 0.5`);
  return count;
}

/**
 * A limit with its unit resolved. `of` says what it limits: growth per iteration, over the run, or relative to the
 * baseline.
 */
export interface ParsedLimit {
  of: 'iteration' | 'run' | 'baseline';
  /** Bytes, milliseconds or pieces; for `baseline` a fraction, 0.05 for 5 %. */
  value: number;
}

/** Resolves a limit with the parser of its unit. Throws a TypeError with the remedy. */
export function parseLimit(limit: Limit, parseQuantity: (quantity: Quantity) => number): ParsedLimit {
  if (typeof limit === 'object') return { of: 'run', value: parseQuantity(limit.total) };
  const [, percent, unit] = typeof limit === 'string' ? (WRITTEN.exec(limit) ?? []) : [];
  if (unit === '%') return { of: 'baseline', value: Number(percent) / 100 };
  return { of: 'iteration', value: parseQuantity(limit) };
}
