import type { IHeapEdge, IHeapNode, LeakTracePathItem } from '@memlab/core';

/** Longer names (of strings, mostly) are cut, so that a step stays one line. */
const nameLimit = 60;

const cut = (text: string) => (text.length > nameLimit ? `${text.slice(0, nameLimit)}…` : text);

function nodeLabel(node: IHeapNode): string {
  switch (node.type) {
    case 'closure':
      return `closure ${cut(node.name || '(anonymous)')}`;
    case 'array':
    case 'concatenated string':
    case 'sliced string':
      return `(${node.type})`;
    case 'string':
      return JSON.stringify(cut(node.name));
    default:
      return cut(node.name || `(${node.type})`);
  }
}

function edgeLabel(edge: IHeapEdge): string {
  const name = cut(String(edge.name_or_index));
  switch (edge.type) {
    case 'element':
      return `[${name}]`;
    case 'context':
      return `variable ${name}`;
    case 'property':
      return `.${name}`;
    default:
      return `(${name})`;
  }
}

/**
 * A memlab path as readable steps, from the GC root to the survivor: `global`, `.registry: Map`, `(table): (array)`,
 * `(365): Leaky`. An element reads `[12]: Leaky`, a variable kept by a closure `variable registry: Map`, what V8 keeps
 * for itself stands in parentheses.
 */
export function retainerSteps(path: LeakTracePathItem): string[] {
  const steps: string[] = [];
  let edge: IHeapEdge | undefined;
  for (let item: LeakTracePathItem | undefined = path; item; item = item.next) {
    if (item.node) {
      const label = item.node.type === 'synthetic' && !edge ? '(GC root)' : nodeLabel(item.node);
      steps.push(edge && edge.type !== 'shortcut' ? `${edgeLabel(edge)}: ${label}` : label);
    }
    edge = item.edge;
  }
  return steps;
}
