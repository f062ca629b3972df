import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseSnapshot, readHighestId, readSnapshot, takeCensus } from './index.ts';
import { drawHeap, pieces } from './testing/heap-picture.ts';

const run = promisify(execFile);
const picture = drawHeap(
  `
  root ^global> global
  global .list> list
  list [0> tenant
  list [1> text
  `,
  { list: 'Array', tenant: 'Tenant "Größe"', text: 'string a\\b\n\u2028' },
);
const json = picture.json();

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steadyheap-reader-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(text: string | Uint8Array): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.heapsnapshot`);
  await writeFile(path, text);
  return path;
}

test.each([1, 2, 3, 64, 1 << 20])('pieces of %i bytes read the same', async (size) => {
  const snapshot = await parseSnapshot(pieces(json, size), 'pieces');
  expect(Array.from(takeCensus(snapshot).keys())).toEqual(['string', 'global', 'Array', 'Tenant "Größe"']);
  expect(Array.from(snapshot.edgeTargets)).toEqual([1, 2, 3, 4]);
  expect(snapshot.strings.get(snapshot.nodeNames[picture.ordinal('text')])).toBe('a\\b\n\u2028');
});

test('white space where JSON allows it, and Node 22 writes some, changes nothing', async () => {
  const spaced = json
    .replaceAll(/[[\]{}:,](?=[\d"[{])/g, (mark) => `${mark} \n\t`)
    .replaceAll(/(\d)([,\]])/g, '$1\n$2');
  const snapshot = await parseSnapshot(pieces(spaced), 'spaced');
  expect(takeCensus(snapshot)).toEqual(takeCensus(await picture.snapshot()));
});

test('sections this reader does not know are passed over', async () => {
  const more = json.replace('"nodes":', '"trace_tree":[1,[2,"]\\"}"],{"a":null}],"samples":-1.5e3,"nodes":');
  await expect(parseSnapshot(pieces(more), 'more')).resolves.toMatchObject({ nodeCount: 5 });
});

test('fields in another order are found by their names', async () => {
  const { snapshot, ...rest } = JSON.parse(json);
  const turned = (list: unknown[], stride: number) =>
    Array.from({ length: list.length / stride }, (_, record) =>
      list.slice(record * stride, (record + 1) * stride).reverse(),
    ).flat();
  const { meta } = snapshot;
  const other = {
    snapshot: {
      ...snapshot,
      meta: {
        ...meta,
        node_fields: meta.node_fields.toReversed(),
        node_types: meta.node_types.toReversed(),
        edge_fields: meta.edge_fields.toReversed(),
        edge_types: meta.edge_types.toReversed(),
      },
    },
    ...rest,
    nodes: turned(rest.nodes, 6),
    edges: turned(rest.edges, 3),
  };
  const read = await parseSnapshot(pieces(JSON.stringify(other)), 'other');
  expect({ ...read, name: '' }).toEqual({ ...(await picture.snapshot()), name: '' });
});

test('a FIFO is read while it is written', async () => {
  const path = join(folder, 'fifo');
  await run('mkfifo', [path]);
  const [snapshot] = await Promise.all([readSnapshot(path), writeFile(path, json)]);
  expect(snapshot.nodeCount).toBe(5);
});

test('an object of more than 4 GiB keeps its size', async () => {
  const large = drawHeap(
    'root .a> a\nroot .b> b',
    { a: 'Buffer', b: 'Buffer' },
    { a: { size: 5_000_000_000 }, b: { size: 7 } },
  );
  const { nodeSizes } = await large.snapshot();
  expect([...nodeSizes]).toEqual(expect.arrayContaining([5_000_000_000, 7]));
});

test.each([
  ['as V8 ends it', json],
  ['ended by a line break', `${json}\r\n\t `],
  ['ended by a string that is a comma', json.replace(/"\]\}$/, '",","]}')],
  ['ended by a string that ends in a backslash', json.replace(/"\]\}$/, '\\\\"]}')],
  [
    'with its sections in another order',
    json.replace(/,"locations":[\s\S]*$/, '}').replace('"nodes"', '"strings":["","a","b","c","d","e"],"nodes"'),
  ],
  ['ended by something unknown', json.replace(/\}$/, ',"more":[["x"]]}')],
])('the highest id alone is the one of the whole snapshot, %s', async (_, text) => {
  const path = await fileOf(text);
  expect(await readHighestId(path)).toBe(Math.max(...(await readSnapshot(path)).nodeIds));
});

test('the highest id is read from a FIFO while it is written', async () => {
  const path = join(folder, 'ids');
  await run('mkfifo', [path]);
  const [id] = await Promise.all([readHighestId(path), writeFile(path, json)]);
  expect(id).toBe(9);
});
