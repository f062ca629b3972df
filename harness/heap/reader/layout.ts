import { edgeKinds, nodeKinds } from '../kinds.ts';
import { Misfit } from './section.ts';

/** How the numbers of this snapshot are laid out, from its own `meta`. Positions count from a record's first number. */
export interface Layout {
  nodeCount: number;
  edgeCount: number;
  node: { stride: number; type: number; name: number; id: number; selfSize: number; edgeCount: number };
  /** `NodeKind` for each node type number of the file. */
  nodeKindOf: Uint8Array;
  edge: { stride: number; type: number; name: number; target: number };
  /** `EdgeKind` for each edge type number of the file. */
  edgeKindOf: Uint8Array;
  /** Undefined where the snapshot has no locations. */
  location: { stride: number; node: number; scriptId: number; line: number; column: number } | undefined;
}

/** Counts above this would need more than 64 GiB of edges; nothing writes such a file. */
const MOST_RECORDS = 2 ** 32 - 2;

/** Reads the layout from the parsed `snapshot` section. Throws {@link Misfit} when a part is missing or wrong. */
export function layoutOf(header: unknown): Layout {
  const snapshot = record(header, '"snapshot" to be an object');
  const meta = record(snapshot.meta, '"snapshot.meta" to be an object');
  const nodeFields = names(meta.node_fields, 'node_fields');
  const edgeFields = names(meta.edge_fields, 'edge_fields');
  return {
    nodeCount: count(snapshot.node_count, 'node_count', 1),
    edgeCount: count(snapshot.edge_count, 'edge_count', 0),
    node: {
      stride: nodeFields.length,
      type: field(nodeFields, 'type', 'node_fields'),
      name: field(nodeFields, 'name', 'node_fields'),
      id: field(nodeFields, 'id', 'node_fields'),
      selfSize: field(nodeFields, 'self_size', 'node_fields'),
      edgeCount: field(nodeFields, 'edge_count', 'node_fields'),
    },
    nodeKindOf: kindTable(meta.node_types, 'node_types', nodeFields.indexOf('type'), nodeKinds),
    edge: {
      stride: edgeFields.length,
      type: field(edgeFields, 'type', 'edge_fields'),
      name: field(edgeFields, 'name_or_index', 'edge_fields'),
      target: field(edgeFields, 'to_node', 'edge_fields'),
    },
    edgeKindOf: kindTable(meta.edge_types, 'edge_types', edgeFields.indexOf('type'), edgeKinds),
    location: meta.location_fields === undefined ? undefined : locationLayout(meta.location_fields),
  };
}

function locationLayout(value: unknown): Layout['location'] {
  const fields = names(value, 'location_fields');
  return {
    stride: fields.length,
    node: field(fields, 'object_index', 'location_fields'),
    scriptId: field(fields, 'script_id', 'location_fields'),
    line: field(fields, 'line', 'location_fields'),
    column: field(fields, 'column', 'location_fields'),
  };
}

function kindTable(types: unknown, name: string, typeField: number, known: readonly string[]): Uint8Array {
  const list = names(Array.isArray(types) ? types[typeField] : undefined, name);
  return Uint8Array.from(list, (type) => {
    const kind = known.indexOf(type);
    return kind === -1 ? known.indexOf('unknown') : kind;
  });
}

function record(value: unknown, expected: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Misfit(undefined, expected);
  return value as Record<string, unknown>;
}

function names(value: unknown, name: string): string[] {
  const usable = Array.isArray(value) && value.length > 0 && value.length < 256;
  if (!usable || !value.every((entry) => typeof entry === 'string'))
    throw new Misfit(undefined, `"meta.${name}" to be a list of names`);
  return value;
}

function field(fields: string[], name: string, list: string): number {
  const index = fields.indexOf(name);
  if (index === -1) throw new Misfit(undefined, `"meta.${list}" to contain "${name}"`);
  return index;
}

function count(value: unknown, name: string, least: number): number {
  if (!Number.isInteger(value) || (value as number) < least || (value as number) > MOST_RECORDS) {
    throw new Misfit(undefined, `"${name}" to be a whole number from ${least} to ${MOST_RECORDS}`);
  }
  return value as number;
}
