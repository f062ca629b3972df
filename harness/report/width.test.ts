import { expect, test } from 'vitest';
import { widthOf } from './width.ts';

test('a stream that says how wide it is is believed, unless that is nothing or too little for a table', () => {
  expect([{ columns: 132 }, { columns: 20 }, { columns: 0 }, {}].map(widthOf)).toEqual([132, 60, 80, 80]);
});
