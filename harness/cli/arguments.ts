import { InvalidArgumentError } from 'commander';

/** A count of repetitions. */
export function atLeastOne(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('it is a whole number of at least 1.');
  return value;
}

/** A number of iterations. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 8) {
    throw new InvalidArgumentError('it is a whole number of at least 8, so that growth can be told from chance.');
  }
  return value;
}

/** Gathers an option that may be given several times, and several values at once with commas between them. */
export function collect(value: string, before: string[]): string[] {
  const values = value.split(',').map((each) => each.trim());
  if (values.includes('')) throw new InvalidArgumentError('it holds nothing, or nothing between two commas.');
  return [...before, ...values];
}
