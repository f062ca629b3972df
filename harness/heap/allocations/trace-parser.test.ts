import { describe, expect, test } from 'vitest';
import { parseSnapshot } from '../read-snapshot.ts';
import { SnapshotError } from '../snapshot-error.ts';
import { drawHeap, pieces } from '../testing/heap-picture.ts';
import type { Allocations } from './allocations.ts';
import { TraceParser } from './trace-parser.ts';

/** A heap of two orders, one of them from before V8 began to track, and the stacks that V8 would have written with it. */
const HEAP = drawHeap('root .a> a\nroot .b> b', { a: 'Order', b: 'Order' });
/** Strings that the functions need, behind those of the heap. */
const TEXTS = ['', 'takeOrder', 'makeOrder', 'shop.js'];
const INFO_FIELDS = ['function_id', 'name', 'script_name', 'script_id', 'line', 'column'];
const TREE_FIELDS = ['id', 'function_info_index', 'count', 'size', 'children'];

interface Parts {
  meta?: Record<string, unknown>;
  nodeCount?: unknown;
  traceIds?: readonly number[];
  infos?: unknown;
  tree?: string;
}

function written({ meta = {}, nodeCount, traceIds = [0, 3, 0], infos, tree }: Parts = {}): string {
  const { snapshot, nodes, strings, ...rest } = JSON.parse(HEAP.json());
  const first = strings.length;
  const name = (text: string) => first + TEXTS.indexOf(text);
  const functions = [
    [0, name(''), name(''), 0, 0, 0],
    [7, name('takeOrder'), name('shop.js'), 4, 16, 19],
    [8, name('makeOrder'), name('shop.js'), 4, 15, 20],
  ];
  const fields = {
    node_fields: [...snapshot.meta.node_fields, 'trace_node_id'],
    trace_function_info_fields: INFO_FIELDS,
    trace_node_fields: TREE_FIELDS,
  };
  const records = traceIds.flatMap((id, node) => [...nodes.slice(6 * node, 6 * node + 6), id]);
  const parts = {
    snapshot: { ...snapshot, meta: { ...snapshot.meta, ...fields, ...meta }, node_count: nodeCount ?? 3 },
    nodes: records,
    edges: rest.edges.map((value: number, at: number) => (at % 3 === 2 ? (value / 6) * 7 : value)),
    trace_function_infos: infos ?? functions.flat(),
    trace_tree: 'HERE',
    locations: [],
    strings: [...strings, ...TEXTS],
  };
  return JSON.stringify(parts).replace('"HERE"', tree ?? '[1,0,0,0,[2,1,0,0,[3,2,1,32,[],4,1,0,0,[]]]]');
}

async function parsed(text: string, pieceSize = 7): Promise<Allocations> {
  const parser = new TraceParser('drawn', await parseSnapshot(pieces(written()), 'drawn'));
  for await (const piece of pieces(text, pieceSize)) parser.write(piece);
  return parser.end();
}

test.each([1, 7, 100_000])(
  'in pieces of %i bytes each object leads to the functions that were running',
  async (size) => {
    const allocations = await parsed(written(), size);
    expect([0, 1, 2].map((node) => allocations.stackNumber(node))).toEqual([0, 3, 0]);
    expect(allocations.stack(3)).toEqual([
      { functionName: 'makeOrder', url: 'shop.js', line: 15, column: 20 },
      { functionName: 'takeOrder', url: 'shop.js', line: 16, column: 19 },
    ]);
    expect(allocations.stack(4).map(({ functionName }) => functionName)).toEqual(['takeOrder', 'takeOrder']);
    expect(allocations.stack(2)).toHaveLength(1);
    expect([0, 1, 99].map((number) => allocations.stack(number))).toEqual([[], [], []]);
  },
);

test('white space in the tree and an empty tree are read', async () => {
  const spaced = await parsed(written({ tree: ' [ 1 , 0 , 0 , 0 , [ 3 , 2 , 1 , 1 , [ ] ] ] ' }));
  expect(spaced.stack(3)).toHaveLength(1);
  expect((await parsed(written({ tree: '[]' }))).stack(3)).toEqual([]);
});

test('a stack of ten thousand calls is read', async () => {
  const depth = 10_000;
  const levels = Array.from({ length: depth }, (_, level) => `${level + 2},1,0,0,[`);
  const tree = `[1,0,0,0,[${levels.join('')}${']'.repeat(depth)}]]`;
  expect((await parsed(written({ tree }), 5000)).stack(depth + 1)).toHaveLength(depth);
});

describe('what does not fit is refused with what was expected', () => {
  test.each<[string, Parts, string]>([
    ['no count of nodes', { nodeCount: 'three' }, '"snapshot.node_count" to be a whole number'],
    ['another count', { nodeCount: 4 }, 'the 3 nodes of the snapshot, not 4'],
    ['no fields of nodes', { meta: { node_fields: 7 } }, '"snapshot.meta.node_fields" to be a list of names'],
    [
      'no numbers of stacks',
      { meta: { node_fields: ['type', 'name', 'id', 'self_size', 'edge_count', 'detachedness', 'x'] } },
      '"trace_node_id" in "node_fields", as there is while allocations are tracked',
    ],
    [
      'no fields of functions',
      { meta: { trace_function_info_fields: null } },
      '"snapshot.meta.trace_function_info_fields" to be a list of names',
    ],
    [
      'functions without a line',
      { meta: { trace_function_info_fields: INFO_FIELDS.map((field) => field.replace('line', 'row')) } },
      '"line" in "trace_function_info_fields", as there is while allocations are tracked',
    ],
    [
      'children in front',
      { meta: { trace_node_fields: TREE_FIELDS.toReversed() } },
      '"children" to be the last of "trace_node_fields"',
    ],
    ['a stack of more than 32 bits', { traceIds: [0, 4_294_967_296, 0] }, 'trace_node_id of 32 bits'],
    [
      'a function of more than 32 bits',
      { infos: [0, 0, 0, 0, 0, 4_294_967_296] },
      'numbers in "trace_function_infos" of 32 bits',
    ],
    ['a function without a name', { infos: [0, 99, 0, 0, 0, 0], tree: '[]' }, 'a name for each function'],
    ['a script without a name', { infos: [0, 0, 99, 0, 0, 0], tree: '[]' }, 'a name for each function'],
    ['half a function', { infos: [0, 0, 0] }, 'whole records of 6 numbers in "trace_function_infos"'],
    ['a function that is not there', { tree: '[1,3,0,0,[]]' }, '4 functions, not 3'],
    ['no list', { tree: '7' }, '"[" to open a list in "trace_tree"'],
    ['a list of lists', { tree: '[[]]' }, 'a number or "]" in "trace_tree"'],
    ['no number behind a comma', { tree: '[1,,0,0,[]]' }, 'a number in "trace_tree"'],
    ['a fraction', { tree: '[1,0.5,0,0,[]]' }, 'a digit or "," in "trace_tree"'],
    ['a number in two parts', { tree: '[1,0,0,0,[]7]' }, '"," or "]" in "trace_tree"'],
    ['no children', { tree: '[1,0,0,0,7]' }, 'the list of children in "trace_tree"'],
    ['half a node', { tree: '[1,0]' }, 'a digit or "," in "trace_tree"'],
    ['too large a number', { tree: '[99999999999999999,0,0,0,[]]' }, 'smaller numbers in "trace_tree"'],
    ['a node twice', { tree: '[1,0,0,0,[1,0,0,0,[]]]' }, 'an id of its own for each node, in "trace_tree"'],
    ['a function of 33 bits', { tree: '[1,4294967296,0,0,[]]' }, 'an id of its own for each node, in "trace_tree"'],
  ])('%s', async (_, parts, expected) => {
    const error = await parsed(written(parts)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SnapshotError);
    expect((error as SnapshotError).expected).toContain(expected);
  });

  test.each(['nodes', 'trace_function_infos', 'trace_tree'])('a file without "%s"', async (section) => {
    const { [section]: _, ...others } = JSON.parse(written());
    await expect(parsed(JSON.stringify(others))).rejects.toThrow('expected the sections that tell of allocations');
  });

  test('a file whose nodes come before its header', async () => {
    const { snapshot, ...others } = JSON.parse(written());
    await expect(parsed(JSON.stringify({ ...others, snapshot }))).rejects.toThrow('expected "snapshot" before "nodes"');
  });

  test('a file that is cut off anywhere', async () => {
    const text = written();
    for (let length = 0; length < text.length; length += 5) {
      await expect(parsed(text.slice(0, length), 64), `cut at ${length}`).rejects.toThrow(SnapshotError);
    }
  });
});
