import { Misfit } from '../reader/section.ts';

/** Where the numbers about allocations are; positions count from a record's first number. */
export interface TraceLayout {
  node: { count: number; stride: number; traceNodeId: number };
  functionInfo: { stride: number; name: number; scriptName: number; line: number; column: number };
  /** Numbers of a node of the tree, in front of the list of its children. */
  treeNode: { numbers: number; id: number; functionInfo: number };
}

/**
 * Reads the layout from the parsed `snapshot` section. Throws {@link Misfit} where something is missing, and where the
 * snapshot was taken without tracking allocations.
 */
export function traceLayoutOf(header: unknown): TraceLayout {
  const { meta, node_count: count } = (header ?? {}) as { meta?: Record<string, unknown>; node_count?: unknown };
  if (!Number.isSafeInteger(count)) throw new Misfit(undefined, '"snapshot.node_count" to be a whole number');
  const node = fieldsOf(meta, 'node_fields');
  const info = fieldsOf(meta, 'trace_function_info_fields');
  const tree = fieldsOf(meta, 'trace_node_fields');
  if (tree.names.at(-1) !== 'children') throw new Misfit(undefined, '"children" to be the last of "trace_node_fields"');
  return {
    node: { count: count as number, stride: node.names.length, traceNodeId: node.at('trace_node_id') },
    functionInfo: {
      stride: info.names.length,
      name: info.at('name'),
      scriptName: info.at('script_name'),
      line: info.at('line'),
      column: info.at('column'),
    },
    treeNode: { numbers: tree.names.length - 1, id: tree.at('id'), functionInfo: tree.at('function_info_index') },
  };
}

function fieldsOf(meta: Record<string, unknown> | undefined, key: string) {
  const names = meta?.[key];
  if (!Array.isArray(names)) throw new Misfit(undefined, `"snapshot.meta.${key}" to be a list of names`);
  return {
    names,
    at(name: string): number {
      const at = names.indexOf(name);
      if (at === -1) throw new Misfit(undefined, `"${name}" in "${key}", as there is while allocations are tracked`);
      return at;
    },
  };
}
