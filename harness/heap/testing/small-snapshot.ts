/** The part of a snapshot's JSON that is cut down. */
interface SnapshotJson {
  snapshot: {
    meta: { node_fields: string[]; edge_types: [string[], ...unknown[]]; trace_function_info_fields: string[] };
    node_count: number;
    edge_count: number;
  };
  nodes: number[];
  edges: number[];
  trace_function_infos: number[];
  trace_tree: unknown[];
  locations: number[];
  strings: string[];
}

/**
 * Cuts a real snapshot down to its first `count` nodes and what they say about each other, as V8 would have written it:
 * the same sections in the same order with the same line breaks. What it tells of allocations stays whole.
 */
export function smallSnapshot(text: string, count: number): string {
  const whole: SnapshotJson = JSON.parse(text);
  const { meta } = whole.snapshot;
  const stride = meta.node_fields.length;
  const nameField = meta.node_fields.indexOf('name');
  const countField = meta.node_fields.indexOf('edge_count');
  const indexKinds = ['element', 'hidden'].map((name) => meta.edge_types[0].indexOf(name));
  const strings: string[] = [];
  const places = new Map<number, number>();
  const keep = (index: number): number => {
    const place = places.get(index) ?? strings.push(whole.strings[index]) - 1;
    places.set(index, place);
    return place;
  };
  const nodes = whole.nodes.slice(0, count * stride);
  const edges: number[] = [];
  let edge = 0;
  for (let at = 0; at < nodes.length; at += stride) {
    const end = edge + 3 * nodes[at + countField];
    const before = edges.length;
    for (; edge < end; edge += 3) {
      const [kind, name, target] = whole.edges.slice(edge, edge + 3);
      if (target < nodes.length) edges.push(kind, indexKinds.includes(kind) ? name : keep(name), target);
    }
    nodes[at + countField] = (edges.length - before) / 3;
    nodes[at + nameField] = keep(nodes[at + nameField]);
  }
  const locations: number[] = [];
  for (let at = 0; at < whole.locations.length; at += 4) {
    if (whole.locations[at] < nodes.length) locations.push(...whole.locations.slice(at, at + 4));
  }
  const infoFields = meta.trace_function_info_fields;
  const nameFields = ['name', 'script_name'].map((field) => infoFields.indexOf(field));
  const infos = whole.trace_function_infos.map((value, at) =>
    nameFields.includes(at % infoFields.length) ? keep(value) : value,
  );
  const header = { ...whole.snapshot, node_count: count, edge_count: edges.length / 3 };
  const sections = {
    nodes,
    edges,
    trace_function_infos: infos,
    trace_tree: whole.trace_tree,
    samples: [],
    locations,
    strings,
  };
  const body = Object.entries(sections).map(([name, values]) => `"${name}":${JSON.stringify(values)}`);
  return `{"snapshot":${JSON.stringify(header)},\n${body.join(',\n')}}`;
}
