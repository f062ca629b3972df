import type { IHeapNode, IHeapSnapshot } from '@memlab/core';

/**
 * The lines, counted from 1, on which closures (and the constructors of objects) are written; undefined where the
 * snapshot does not say.
 *
 * Not by `node.location`: memlab 2.0.5 takes a location's offset into the nodes' numbers for the node's index, and gives
 * most nodes no location and some a wrong one.
 */
export function nodeLines(heap: IHeapSnapshot): (node: IHeapNode) => number | undefined {
  const { locations, snapshot } = heap.snapshot;
  const { location_fields: fields, node_fields: nodeFields } = snapshot.meta;
  const objectField = fields.indexOf('object_index');
  const lineField = fields.indexOf('line');
  const lines = new Int32Array(heap.nodes.length);
  for (let i = 0; i < locations.length; i += fields.length) {
    lines[Number(locations[i + objectField]) / nodeFields.length] = Number(locations[i + lineField]) + 1;
  }
  return (node) => lines[node.nodeIndex] || undefined;
}
