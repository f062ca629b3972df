import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countSurvivors, parseSnapshot, readHighestId, readSnapshot, SnapshotError } from './index.ts';
import { drawHeap, pieces } from './testing/heap-picture.ts';

const json = drawHeap(
  `
  root ^global> global
  global .list> list
  list [0> tenant
  list [1> text
  `,
  { list: 'Array', tenant: 'Tenant "Größe"', text: 'string a\\b\n\u2028' },
).json();

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steadyheap-faults-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(text: string | Uint8Array): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.heapsnapshot`);
  await writeFile(path, text);
  return path;
}

/** The text up to a byte, which is how an offset is written here. */
const behind = (part: string) => (text: string) => Buffer.byteLength(text.slice(0, text.indexOf(part) + part.length));
const start = () => 0;
const end = (text: string) => Buffer.byteLength(text);
/** In front of the comma or bracket that tells that the header, a record or a section has ended. */
const headerEnd = (text: string) => behind(',"nodes"')(text) - ',"nodes"'.length;

/** What is wrong, the text, the byte at which it shows, and what was expected there. */
type Fault = [what: string, text: string, offset: (text: string) => number, expected: string | RegExp];

describe('what cannot be read names the file, the byte and what was expected', () => {
  const edited = (from: string | RegExp, to: string) => json.replace(from, to);
  const inHeader: Fault[] = [
    ['a wrong meta', edited('"node_fields"', '"fields"'), headerEnd, '"meta.node_fields" to be a list of names'],
    ['no meta', '{"snapshot":{},"nodes":[]}', headerEnd, '"snapshot.meta" to be an object'],
    ['no header', '{"snapshot":7,"nodes":[]}', headerEnd, '"snapshot" to be an object'],
    ['a list as header', '{"snapshot":null,"nodes":[]}', headerEnd, '"snapshot" to be an object'],
    ['a broken header', '{"snapshot":{"meta"},"nodes":[]}', headerEnd, 'valid JSON in "snapshot"'],
    ['a missing field', edited('"self_size"', '"bytes"'), headerEnd, '"meta.node_fields" to contain "self_size"'],
    ['a list of something else', edited('"script_id"', '7'), headerEnd, '"meta.location_fields" to be a list of names'],
    ['no types', edited('"edge_types":[[', '"edge_types":[7,['), headerEnd, '"meta.edge_types" to be a list of names'],
    [
      'a wrong count',
      edited('"edge_count":4', '"edge_count":-4'),
      headerEnd,
      '"edge_count" to be a whole number from 0 to 4294967294',
    ],
    ['no nodes', edited('"node_count":5', '"node_count":0'), headerEnd, /^"node_count" to be a whole number from 1 to/],
    [
      'an absurd count',
      edited('"node_count":5', '"node_count":900000000'),
      headerEnd,
      /^room for 900000000 nodes and 4 edges, at least 10800000024 bytes$/,
    ],
  ];
  test.each<Fault>([
    ...inHeader,
    ['an empty file', '', start, '"{" to open the snapshot'],
    ['text', 'hello', start, '"{" to open the snapshot'],
    ['another JSON file', '{"name":"x"}', end, 'a "nodes" section'],
    ['an empty object', '{}', end, 'a "nodes" section'],
    ['an array', '[{}]', start, '"{" to open the snapshot'],
    ['a name without a value', '{"snapshot"}', behind('{"snapshot"'), '":" behind a section name'],
    ['a comma without a name', '{"a":1,}', behind('{"a":1,'), 'the name of a section'],
    ['a value that is none', '{"a":]}', behind('{"a":'), 'a value for "a"'],
    ['no value', '{"a":,"b":1}', behind('{"a":'), 'a value for "a"'],
    [
      'an endless name',
      `{"${'x'.repeat(200)}":1}`,
      (text) => text.indexOf('x') + 64,
      'the closing quote of a section name',
    ],
    ['nodes in front of the header', edited('"snapshot"', '"other"'), behind('"nodes":'), '"snapshot" before "nodes"'],
    [
      'nodes that are no list',
      edited('"nodes":[', '"nodes":{'),
      (text) => behind('"nodes":{')(text) - 1,
      '"[" to open "nodes"',
    ],
    ['a negative number', edited('"nodes":[', '"nodes":[-'), behind('"nodes":['), 'a number, "," or "]" in "nodes"'],
    ['a fraction', edited('"edges":[', '"edges":[0.5,'), behind('"edges":[0'), 'a number, "," or "]" in "edges"'],
    ['two numbers', edited('"edges":[', '"edges":[1 1,'), behind('"edges":[1 1'), /^a whole number of 1 to 15 digits/],
    ['no number', edited('"edges":[', '"edges":[,'), behind('"edges":['), /^a whole number of 1 to 15 digits in/],
    [
      'too long a number',
      edited('"edges":[', '"edges":[1234567890123456,'),
      behind('"edges":[1234567890123456'),
      'a whole number of 1 to 15 digits in "edges"',
    ],
    [
      'a record that is not whole',
      edited(/"locations":\[\]/, '"locations":[0,1,2]'),
      behind('"locations":[0,1,2'),
      'whole records of 4 numbers in "locations"',
    ],
    [
      'a location of nothing',
      edited(/"locations":\[\]/, '"locations":[7,1,2,3]'),
      behind('"locations":[7,1,2,3'),
      'each location to belong to one of the 5 nodes',
    ],
    [
      'a location behind all nodes',
      edited(/"locations":\[\]/, '"locations":[30,1,2,3]'),
      behind('"locations":[30,1,2,3'),
      'each location to belong to one of the 5 nodes',
    ],
    [
      'a location of more than 32 bits',
      edited(/"locations":\[\]/, '"locations":[0,1,4294967296,3]'),
      behind('"locations":[0,1,4294967296,3'),
      'script ids, lines and columns of 32 bits in "locations"',
    ],
    [
      'locations without a layout',
      edited('"location_fields"', '"fields"').replace(/"locations":\[\]/, '"locations":[1]'),
      behind('"locations":[1'),
      '"meta.location_fields", as there are locations',
    ],
    [
      'more edges than told',
      edited('"edge_count":4', '"edge_count":3'),
      behind('3,10,1,0,3,3,5,10,2,0'),
      'the edge counts of the nodes to add up to 3, not at least 4',
    ],
    [
      'fewer edges than told',
      edited('"edge_count":4', '"edge_count":5'),
      (text) => text.indexOf(']', text.indexOf('"nodes"')),
      'the edge counts of the nodes to add up to 5, not 4',
    ],
    [
      'more nodes than told',
      edited('"node_count":5', '"node_count":4'),
      (text) => text.indexOf(']', text.indexOf('"nodes"')),
      'no more than 4 records in "nodes"',
    ],
    [
      'fewer nodes than told',
      edited('"node_count":5', '"node_count":6'),
      (text) => text.indexOf(']', text.indexOf('"nodes"')),
      '6 records of 6 numbers in "nodes", not 5',
    ],
    [
      'a node of no type',
      edited('"nodes":[9', '"nodes":[15'),
      behind('"nodes":[15,0,1,0,1,0'),
      'node 0 to have a type below 15',
    ],
    [
      'an id of more than 32 bits',
      edited('"nodes":[9,0,1', '"nodes":[9,0,4294967297'),
      behind('"nodes":[9,0,4294967297,0,1,0'),
      'node 0 to have an id of 32 bits',
    ],
    [
      'a name of more than 32 bits',
      edited('"nodes":[9,0', '"nodes":[9,4294967296'),
      behind('"nodes":[9,4294967296,1,0,1,0'),
      'node 0 to have a name of 32 bits',
    ],
    [
      'a link of a name of more than 32 bits',
      edited(/"edges":\[5,\d+/, '"edges":[5,4294967296'),
      behind('"edges":[5,4294967296,6'),
      'edge 0 to have a name or index of 32 bits',
    ],
    [
      'a target between nodes',
      edited(/"edges":\[5,\d+,6/, '"edges":[5,1,7'),
      behind('"edges":[5,1,7'),
      'edge 0 to point at the start of one of the 5 nodes',
    ],
    [
      'a target behind all nodes',
      edited(/"edges":\[5,\d+,6/, '"edges":[5,1,30'),
      behind('"edges":[5,1,30'),
      'edge 0 to point at the start of one of the 5 nodes',
    ],
    [
      'a link of no type',
      edited(/"edges":\[5,\d+/, '"edges":[7,1'),
      behind('"edges":[7,1,6'),
      'edge 0 to have a type below 7',
    ],
    ['a broken escape', edited('\\n', '\\q'), behind('a\\\\b\\'), 'a JSON escape in a string'],
    ['a broken code', edited('\\n', '\\u00g0'), behind('a\\\\b\\u00'), 'four hexadecimal digits in a string'],
    ['a line break in a string', edited('\\n', '\n'), behind('a\\\\b'), 'no control character in a string'],
    ['strings that are no list', edited('"strings":[', '"strings":"['), behind('"strings":'), '"[" to open "strings"'],
    ['a number as a string', edited('"strings":[', '"strings":[7,'), behind('"strings":['), /^a string or "]" in/],
    ['too few strings', edited(/,"[^"]*"\]\}$/, ']}'), end, 'at least 6 strings, not 5'],
    ['nodes twice', edited('"locations"', '"nodes"'), behind('],"nodes":'), 'one "nodes" section only'],
    [
      'edges twice',
      edited('"locations"', '"edges"'),
      (text) => behind('"edges":')(text.replace('"edges":', '"other":')),
      'one "edges" section only',
    ],
    ['locations twice', edited('"edges"', '"locations":[],"locations"'), behind('[],"locations":'), /^one "locations"/],
    ['two headers', edited('"locations"', '"snapshot"'), behind('],"snapshot":'), 'one "snapshot" section only'],
    ['strings twice', edited('"locations":', '"strings":["a"],"x":'), behind('"x":[],"strings":'), /^one "strings"/],
    ['something behind the end', `${json}x`, (text) => end(text) - 1, 'nothing behind the closing "}"'],
  ])('%s', async (_, text, offset, expected) => {
    const path = await fileOf(text);
    const error = await readSnapshot(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SnapshotError);
    expect(error).toMatchObject({
      file: path,
      expected: typeof expected === 'string' ? expected : expect.stringMatching(expected),
      offset: offset(text),
    });
    expect((error as SnapshotError).message).toBe(
      `${path} is not a readable heap snapshot: at byte ${(error as SnapshotError).offset}, expected ${(error as SnapshotError).expected}.`,
    );
    // In pieces of any size: the byte is the same.
    const inPieces = await parseSnapshot(pieces(text, 7), path).catch((thrown: unknown) => thrown);
    if (!/^room for/.test((error as SnapshotError).expected)) expect(inPieces).toEqual(error);
  });

  test('a file that is cut off anywhere, to every reader', async () => {
    // Texts in which a cut leaves what looks like the end of a snapshot.
    const whole = drawHeap('root .a> a\nroot .b> b\nroot .c> c\nroot .d> d', {
      a: 'string ]} is no end',
      b: 'string "]} is none either',
      c: 'string \\"]} nor this',
      d: 'string ,',
    }).json();
    const complete = await fileOf(whole);
    const nodesEnd = whole.indexOf('"edges"');
    for (let length = 0; length < whole.length; length += length < nodesEnd ? 13 : 1) {
      const cut = await fileOf(whole.slice(0, length));
      const readers = [
        readSnapshot(cut),
        parseSnapshot(pieces(whole.slice(0, length), 64), cut),
        readHighestId(cut),
        countSurvivors([cut, complete], complete),
        countSurvivors([complete, complete], cut),
      ];
      for (const result of await Promise.allSettled(readers)) {
        expect(result, `cut at ${length}`).toMatchObject({
          reason: { name: 'SnapshotError', file: cut, offset: length },
        });
      }
      await rm(cut);
    }
    expect(await readHighestId(complete)).toBe(9);
  });

  test('a missing file, and a folder', async () => {
    await expect(readSnapshot(join(folder, 'none'))).rejects.toThrow(/expected a file that can be opened \(ENOENT/);
    await expect(readSnapshot(folder)).rejects.toThrow('expected a file, not a folder');
    await expect(readHighestId(folder)).rejects.toThrow(SnapshotError);
    await expect(readHighestId(await fileOf('{}'))).rejects.toThrow('expected a "nodes" section');
  });
});
