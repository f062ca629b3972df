import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSnapshot, readHighestId, readSnapshot, SnapshotError, takeCensus } from './index.ts';
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

test('the highest id alone is the one of the whole snapshot', async () => {
  const path = await fileOf(json);
  expect(await readHighestId(path)).toBe(Math.max(...(await readSnapshot(path)).nodeIds));
});

describe('what cannot be read names the file, the byte and what was expected', () => {
  const edited = (from: string | RegExp, to: string) => json.replace(from, to);
  test.each([
    ['an empty file', '', 0, '"{" to open the snapshot'],
    ['text', 'hello', 0, '"{" to open the snapshot'],
    ['another JSON file', '{"name":"x"}', 12, 'a "nodes" section'],
    ['an empty object', '{}', 2, 'a "nodes" section'],
    ['a wrong meta', edited('"node_fields"', '"fields"'), undefined, '"meta.node_fields" to be a list of names'],
    ['a missing field', edited('"self_size"', '"bytes"'), undefined, '"meta.node_fields" to contain "self_size"'],
    [
      'a negative number',
      edited('"nodes":[', '"nodes":[-'),
      json.indexOf('"nodes":[') + 9,
      'a number, "," or "]" in "nodes"',
    ],
    [
      'a fraction',
      edited('"edges":[', '"edges":[0.5,'),
      json.indexOf('"edges":[') + 10,
      'a number, "," or "]" in "edges"',
    ],
    [
      'too few edges',
      edited('"edge_count":4', '"edge_count":3'),
      undefined,
      'the edge counts of the nodes to add up to 3, not at least 4',
    ],
    ['too many nodes', edited('"node_count":5', '"node_count":4'), undefined, 'no more than 4 records in "nodes"'],
    [
      'a target outside',
      edited(/"edges":\[5,\d+,6/, '"edges":[5,1,7'),
      undefined,
      'edge 0 to point at the start of one of the 5 nodes',
    ],
    ['a type outside', edited(/"edges":\[5/, '"edges":[9'), undefined, 'edge 0 to have a type below 7'],
    ['a broken escape', edited('\\n', '\\q'), undefined, 'a JSON escape in a string'],
    ['missing strings', edited(/,"[^"]*"\]\}$/, ']}'), undefined, /^at least \d+ strings, not \d+$/],
    ['a section twice', edited('"locations"', '"nodes"'), undefined, 'one "nodes" section only'],
    ['an absurd count', edited('"node_count":5', '"node_count":900000000'), undefined, /^room for 900000000 nodes/],
    ['something behind the end', `${json}x`, Buffer.byteLength(json), 'nothing behind the closing "}"'],
  ])('%s', async (_, text, offset, expected) => {
    const path = await fileOf(text);
    const error = await readSnapshot(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SnapshotError);
    expect(error).toMatchObject({
      file: path,
      offset: offset ?? expect.any(Number),
      expected: typeof expected === 'string' ? expected : expect.stringMatching(expected),
    });
    expect((error as SnapshotError).message).toBe(
      `${path} is not a readable heap snapshot: at byte ${(error as SnapshotError).offset}, expected ${(error as SnapshotError).expected}.`,
    );
  });

  test('a file that is cut off anywhere', async () => {
    for (let length = 0; length < json.length; length += 3) {
      const error = await parseSnapshot(pieces(json.slice(0, length), 64), 'cut').catch((thrown: unknown) => thrown);
      expect(error, `cut at ${length}`).toBeInstanceOf(SnapshotError);
      expect(error).toMatchObject({ offset: Buffer.byteLength(json.slice(0, length)) });
    }
  });

  test('a missing file, and a folder', async () => {
    await expect(readSnapshot(join(folder, 'none'))).rejects.toThrow(/expected a file that can be opened \(ENOENT/);
    await expect(readSnapshot(folder)).rejects.toThrow('expected a file, not a folder');
    await expect(readHighestId(folder)).rejects.toThrow(SnapshotError);
    await expect(readHighestId(await fileOf('{}'))).rejects.toThrow('expected a "nodes" section');
  });
});
