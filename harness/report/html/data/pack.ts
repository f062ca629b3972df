/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A value written small: its strings and the key lists of its objects are kept once each. */
export interface Packed {
  strings: string[];
  /** Key lists of objects, as indexes of `strings`. */
  shapes: number[][];
  value: Json;
}

/** First entry of what was an array; what was an object starts with the index of its shape. */
export const ARRAY = -1;
/** First entry of what was an array of objects of one shape, kept by column: the shape, then each column. */
export const COLUMNS = -2;

/**
 * Writes a JSON value small, for a reader that has `unpack`. A string becomes its index in base 36, an object a list of
 * its values after the index of its shape. An array of two or more objects of one shape is kept by column; a column of
 * whole numbers as first value and differences, any other with repetitions counted.
 */
export function pack(value: Json): Packed {
  const strings = new Table<string>((text) => text);
  const shapes = new Table<number[]>((keys) => keys.join());
  const shapeOf = (object: { [key: string]: Json }) =>
    shapes.index(Object.keys(object).map((key) => strings.index(key)));

  function encode(given: Json): Json {
    if (typeof given === 'string') return strings.index(given).toString(36);
    if (given === null || typeof given !== 'object') return given;
    if (!Array.isArray(given)) return [shapeOf(given), ...Object.values(given).map(encode)];
    const rows = given.filter(isObject);
    if (rows.length < 2 || rows.length < given.length) return [ARRAY, ...given.map(encode)];
    const shape = shapeOf(rows[0]);
    if (rows.some((row) => shapeOf(row) !== shape)) return [ARRAY, ...given.map(encode)];
    const columns = Object.keys(rows[0]).map((key) => column(rows.map((row) => row[key])));
    return [COLUMNS, shape, rows.length, ...columns];
  }

  function column(values: Json[]): Json[] {
    if (values.every(isSafe)) return differences(values);
    // A leading null tells repetitions from differences, which are numbers.
    return [null, ...repetitions(values.map(encode))];
  }

  const encoded = encode(value);
  return { strings: strings.rows, shapes: shapes.rows, value: encoded };
}

/** Rows, each kept once. */
class Table<Row> {
  readonly rows: Row[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #key: (row: Row) => string;

  constructor(key: (row: Row) => string) {
    this.#key = key;
  }

  index(row: Row): number {
    const key = this.#key(row);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.rows.length);
    return this.rows.push(row) - 1;
  }
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whole numbers whose differences are exact too. Negative zero would come back as zero. */
function isSafe(value: Json): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 52 && !Object.is(value, -0);
}

/** The first value and then the differences; of a constant column the first value only. */
function differences(values: number[]): number[] {
  const [first] = values;
  if (values.every((value) => value === first)) return [first];
  return values.map((value, i) => (i === 0 ? value : value - values[i - 1]));
}

/** Each value with how often it follows itself. */
function repetitions(encoded: Json[]): Json[] {
  const pairs: Json[] = [];
  let before: string | undefined;
  for (const value of encoded) {
    const text = JSON.stringify(value);
    if (text === before) (pairs[pairs.length - 1] as number)++;
    else pairs.push(value, 1);
    before = text;
  }
  return pairs;
}
