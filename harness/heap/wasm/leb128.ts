/** A whole number from 0 in the variable-length encoding of WebAssembly. */
export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...unsigned(Math.floor(value / 0x80))];
}

/** A signed whole number of up to 64 bits in the variable-length encoding of WebAssembly. */
export function signed(value: bigint): number[] {
  const low = Number(value & 0x7fn);
  const rest = value >> 7n;
  const last = (rest === 0n && low < 0x40) || (rest === -1n && low >= 0x40);
  return last ? [low] : [low + 0x80].concat(signed(rest));
}

/** The same of a number of 32 bits. */
export function signed32(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const last = (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40);
  return last ? [low] : [low + 0x80].concat(signed32(rest));
}
