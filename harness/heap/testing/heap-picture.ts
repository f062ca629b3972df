import type { EdgeKindName, NodeKindName } from '../kinds.ts';
import { parseSnapshot } from '../read-snapshot.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** The fields of a real snapshot's `meta`, of Node 24. */
export const META = {
  node_fields: ['type', 'name', 'id', 'self_size', 'edge_count', 'detachedness'],
  node_types: [
    [
      'hidden',
      'array',
      'string',
      'object',
      'code',
      'closure',
      'regexp',
      'number',
      'native',
      'synthetic',
      'concatenated string',
      'sliced string',
      'symbol',
      'bigint',
      'object shape',
    ],
    'string',
    'number',
    'number',
    'number',
    'number',
  ],
  edge_fields: ['type', 'name_or_index', 'to_node'],
  edge_types: [
    ['context', 'element', 'property', 'internal', 'hidden', 'shortcut', 'weak'],
    'string_or_number',
    'node',
  ],
  location_fields: ['object_index', 'script_id', 'line', 'column'],
};

/** The kind of a node whose label starts with one of these words; all others are objects of that class. */
const KIND_WORDS: [prefix: string, kind: NodeKindName][] = [
  ['closure ', 'closure'],
  ['string ', 'string'],
  ['array ', 'array'],
  ['code ', 'code'],
  ['native ', 'native'],
  ['synthetic ', 'synthetic'],
  ['hidden ', 'hidden'],
  ['regexp ', 'regexp'],
  ['symbol ', 'symbol'],
  ['bigint ', 'bigint'],
  ['concatenated string ', 'concatenated string'],
  ['sliced string ', 'sliced string'],
];

/** The edge that an arrow's sign draws. */
const SIGNS: Record<string, EdgeKindName> = {
  '.': 'property',
  '[': 'element',
  $: 'context',
  '!': 'internal',
  '~': 'weak',
  '^': 'shortcut',
  '#': 'hidden',
};

interface Drawn {
  kind: NodeKindName;
  name: string;
  id: number;
  size: number;
  location: [scriptId: number, line: number] | undefined;
  edges: { kind: EdgeKindName; name: string; target: string }[];
}

/**
 * A heap drawn as text, one reference a line:
 *
 *     root ^global> world
 *     world .registry> registry
 *     registry !table> table
 *
 * The first word is the holder and the last the target; the sign in front of the reference's name tells its kind:
 * `.` property, `[` element, `$` context, `!` internal, `~` weak, `^` shortcut, `#` hidden. Names stand for objects of
 * a class of that name unless `nodes` says otherwise: `{ table: 'array ' }`. `root` is the root. Ids ascend by 2 in the
 * order of first mention, each object has 10 bytes.
 */
export function drawHeap(picture: string, nodes: Record<string, string> = {}, details: NodeDetails = {}): HeapText {
  const drawn = new Map<string, Drawn>();
  const nodeNamed = (key: string): Drawn => {
    const known = drawn.get(key);
    if (known) return known;
    const label = key === 'root' ? 'synthetic ' : (nodes[key] ?? key);
    const word = KIND_WORDS.find(([prefix]) => label.startsWith(prefix));
    const node: Drawn = {
      kind: word?.[1] ?? 'object',
      name: word ? label.slice(word[0].length) : label,
      id: details[key]?.id ?? 2 * drawn.size + 1,
      size: key === 'root' ? 0 : (details[key]?.size ?? 10),
      location: details[key]?.location,
      edges: [],
    };
    drawn.set(key, node);
    return node;
  };
  nodeNamed('root');
  for (const line of picture.split('\n').filter((text) => text.trim() !== '')) {
    const [, holder, sign, name, target] = /^\s*(\S+) ([.[$!~^#])(.*)> (\S+)\s*$/.exec(line) ?? [];
    if (holder === undefined) throw new Error(`not a line of a picture: ${line}`);
    nodeNamed(holder).edges.push({ kind: SIGNS[sign], name, target });
    nodeNamed(target);
  }
  return new HeapText(drawn);
}

/** Ids, sizes and places (script id and line, from 0) of nodes where they matter. */
export type NodeDetails = Record<string, { id?: number; size?: number; location?: [scriptId: number, line: number] }>;

/** The drawn heap, to be read as a snapshot or to be used as its text. */
export class HeapText {
  readonly #nodes: Map<string, Drawn>;
  readonly #ordinals: Map<string, number>;

  constructor(nodes: Map<string, Drawn>) {
    this.#nodes = nodes;
    this.#ordinals = new Map(Array.from(nodes.keys(), (name, ordinal) => [name, ordinal]));
  }

  /** The ordinal of a node by its name in the picture. */
  ordinal(name: string): number {
    return this.#ordinals.get(name) ?? -1;
  }

  /** The id of a node by its name in the picture. */
  id(name: string): number {
    return this.#nodes.get(name)?.id ?? 0;
  }

  async snapshot(): Promise<HeapSnapshot> {
    return parseSnapshot(pieces(this.json()), 'picture.heapsnapshot');
  }

  /** The text V8 would have written. */
  json(): string {
    const strings: string[] = [];
    const indexes = new Map<string, number>();
    const text = (value: string): number => {
      const known = indexes.get(value);
      if (known !== undefined) return known;
      indexes.set(value, strings.length);
      return strings.push(value) - 1;
    };
    const nodes: number[] = [];
    const edges: number[] = [];
    const locations: number[] = [];
    for (const { kind, name, id, size, location, edges: own } of this.#nodes.values()) {
      if (location) locations.push(nodes.length, ...location, 0);
      nodes.push(META.node_types[0].indexOf(kind), text(name), id, size, own.length, 0);
      for (const edge of own) {
        const label =
          edge.kind === 'element' || edge.kind === 'hidden' ? Number.parseInt(edge.name, 10) : text(edge.name);
        edges.push(META.edge_types[0].indexOf(edge.kind), label, this.ordinal(edge.target) * META.node_fields.length);
      }
    }
    const counts = { node_count: this.#nodes.size, edge_count: edges.length / 3 };
    return JSON.stringify({ snapshot: { meta: META, ...counts }, nodes, edges, locations, strings });
  }
}

/** Text as a stream of small pieces, so that every kind of value is cut somewhere. */
export async function* pieces(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
