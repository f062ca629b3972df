import { describe, expect, test } from 'vitest';
import { drawHeap, type NodeDetails } from '../testing/heap-picture.ts';
import { takeCensus } from './census.ts';

describe('class names', () => {
  const names = async (nodes: Record<string, string>, lines: Record<string, number> = {}) => {
    const picture = Object.keys(nodes).map((key) => `global .${key}> ${key}`);
    const details: NodeDetails = {};
    for (const [key, line] of Object.entries(lines)) details[key] = { location: [7, line] };
    const heap = drawHeap(['root ^global> global', ...picture].join('\n'), nodes, details);
    return Object.fromEntries(Array.from(takeCensus(await heap.snapshot()), ([name, { count }]) => [name, count]));
  };

  test('closures of one name are told apart by their place', async () => {
    const closures = { a: 'closure onAbort', b: 'closure onAbort', c: 'closure onAbort', d: 'closure ' };
    expect(await names(closures, { a: 11, b: 11, c: 99, d: 3 })).toEqual({
      global: 1,
      'closure onAbort (script 7:12)': 2,
      'closure onAbort (script 7:100)': 1,
      'closure (anonymous) (script 7:4)': 1,
    });
  });

  test('classes made with a counter in their name are one class', async () => {
    const classes = { a: 'AnonymousModel_17', b: 'AnonymousModel_18', c: 'Int32Array', d: 'Sha256', e: 'Tmp20431' };
    expect(await names(classes)).toEqual({ global: 1, 'AnonymousModel_*': 2, Int32Array: 1, Sha256: 1, 'Tmp*': 1 });
  });

  test("V8's own nodes and the stores behind objects are not counted", async () => {
    const nodes = { a: 'system / Context', b: 'array (object elements)', c: 'code x', d: 'native Hash', e: 'Mine' };
    expect(await names(nodes)).toEqual({ global: 1, Mine: 1 });
  });
});
