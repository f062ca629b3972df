import { ARRAY, COLUMNS, type Json, type Packed } from './pack.ts';

/** The value that `pack` wrote. */
export function unpack({ strings, shapes, value }: Packed): Json {
  const keysOf = shapes.map((keys) => keys.map((key) => strings[key]));

  function decode(given: Json): Json {
    if (typeof given === 'string') return strings[Number.parseInt(given, 36)];
    if (!Array.isArray(given)) return given;
    const [kind, ...rest] = given as [number, ...Json[]];
    if (kind === ARRAY) return rest.map(decode);
    if (kind === COLUMNS) return rows(keysOf[rest[0] as number], rest[1] as number, rest.slice(2) as Json[][]);
    return object(keysOf[kind], rest.map(decode));
  }

  function rows(keys: string[], count: number, columns: Json[][]): Json[] {
    const values = columns.map((column) => (column[0] === null ? repeated(column) : summed(column as number[], count)));
    return Array.from({ length: count }, (_, i) =>
      object(
        keys,
        values.map((column) => column[i]),
      ),
    );
  }

  function repeated(column: Json[]): Json[] {
    const values: Json[] = [];
    for (let i = 1; i < column.length; i += 2) {
      const value = decode(column[i]);
      for (let n = column[i + 1] as number; n > 0; n--) values.push(value);
    }
    return values;
  }

  return decode(value);
}

/** Through entries, so that a key named `__proto__` is a key like any other. */
function object(keys: string[], values: Json[]): Json {
  return Object.fromEntries(keys.map((key, i) => [key, values[i]]));
}

function summed(column: number[], count: number): number[] {
  if (column.length === 1) return new Array<number>(count).fill(column[0]);
  let sum = 0;
  return column.map((difference) => {
    sum += difference;
    return sum;
  });
}
