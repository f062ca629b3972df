import { ARRAY, COLUMNS, type Json, type Packed } from './pack.ts';

/** A field as it was packed, and what makes it a value again. */
type Field = readonly [given: Json, decoded: (given: Json) => Json];

/**
 * The value that `pack` wrote.
 *
 * @param late Keys whose values are made when they are first asked for: of 2,000 runs a reader looks at a few, and to make
 * all of them takes 0.4 s.
 */
export function unpack({ strings, shapes, value }: Packed, late: ReadonlySet<string> = new Set()): Json {
  const keysOf = shapes.map((keys) => keys.map((key) => strings[key]));

  function decode(given: Json): Json {
    if (typeof given === 'string') return strings[Number.parseInt(given, 36)];
    if (!Array.isArray(given)) return given;
    const [kind] = given as [number];
    if (kind === ARRAY) return given.slice(1).map(decode);
    if (kind === COLUMNS) return rows(keysOf[given[1] as number], given[2] as number, given.slice(3) as Json[][]);
    return object(keysOf[kind], (i) => [given[i + 1], decode]);
  }

  function rows(keys: string[], count: number, columns: Json[][]): Json[] {
    const fields = columns.map((column): ((row: number) => Field) => {
      const isNumbers = column[0] !== null;
      const values = isNumbers ? summed(column as number[], count) : repeated(column);
      return isNumbers ? (row) => [values[row], asItIs] : (row) => [values[row], decode];
    });
    return Array.from({ length: count }, (_, row) => object(keys, (i) => fields[i](row)));
  }

  function object(keys: string[], fieldAt: (i: number) => Field): Json {
    const made: { [key: string]: Json } = {};
    for (const [i, key] of keys.entries()) {
      const [given, decoded] = fieldAt(i);
      if (late.has(key)) define(made, key, { get: once(() => decoded(given)) });
      // A key of that name is one like any other, and an assignment would set the prototype.
      else if (key === '__proto__') define(made, key, { value: decoded(given), writable: true });
      else made[key] = decoded(given);
    }
    return made;
  }

  return decode(value);
}

const asItIs = (given: Json): Json => given;

function define(object: object, key: string, field: PropertyDescriptor): void {
  Object.defineProperty(object, key, { ...field, enumerable: true, configurable: true });
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The values of a column as they were packed, each as often as it followed itself. */
function repeated(column: Json[]): Json[] {
  const values: Json[] = [];
  for (let i = 1; i < column.length; i += 2) {
    for (let n = column[i + 1] as number; n > 0; n--) values.push(column[i]);
  }
  return values;
}

function summed(column: number[], count: number): number[] {
  if (column.length === 1) return new Array<number>(count).fill(column[0]);
  let sum = 0;
  return column.map((difference) => {
    sum += difference;
    return sum;
  });
}
