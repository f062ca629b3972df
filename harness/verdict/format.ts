const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Bytes for people, in powers of 1,000: `16 B`, `4.2 MB`. */
export function formatBytes(bytes: number): string {
  const size = Math.abs(bytes);
  for (const [unit, scale] of [
    ['GB', 1e9],
    ['MB', 1e6],
    ['kB', 1e4],
  ] as const) {
    if (size >= scale) return `${fine.format(bytes / (unit === 'kB' ? 1e3 : scale))} ${unit}`;
  }
  return `${size >= 100 || Number.isInteger(bytes) ? whole.format(bytes) : fine.format(bytes)} B`;
}

/** A count for people: `12,012`, `0.2`. */
export function formatCount(count: number): string {
  return Math.abs(count) >= 1000 ? whole.format(count) : fine.format(count);
}
