import type { IHeapNode } from '@memlab/core';

/** What the filter looks at in a node of memlab's heap. */
type FilteredNode = Pick<IHeapNode, 'type' | 'name'>;

/**
 * The class of a node in the words of the census. Measured on Node 24: memlab gives an instance the type `object` and its
 * constructor's name, a closure the type `closure` and the function's name (empty for an anonymous one), a string its
 * own text. Empty for what is no class.
 */
function classLabel(node: FilteredNode, line: number | undefined): string {
  switch (node.type) {
    case 'object':
      return node.name || '(anonymous class)';
    case 'closure':
      return `closure ${node.name || '(anonymous)'}${line === undefined ? '' : ` (:${line})`}`;
    case 'string':
    case 'concatenated string':
    case 'sliced string':
      return 'string';
    case 'regexp':
      return 'RegExp';
    case 'symbol':
    case 'bigint':
      return node.type;
    default:
      return '';
  }
}

/** Where a closure is written, the file's name being all there is before the last colon. */
const place = /^(closure .*) \(.*:(\d+)\)$/;

/** A class of the census as a pattern over {@link classLabel}. */
function labelPattern(className: string): RegExp {
  const [, closure, line] = place.exec(className) ?? [];
  const name = (closure ?? className).replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replaceAll('*', '\\d+');
  if (closure !== undefined) {
    return new RegExp(`^${name} \\(:${line}\\)$`);
  }
  return new RegExp(className.startsWith('closure ') ? `^${name}(?: \\(:\\d+\\))?$` : `^${name}$`);
}

/**
 * Sorts nodes into the classes asked for, spelt as the census spells them:
 *
 * - `DataSource`: objects of that constructor; in `AnonymousModel_*` the star stands for a number.
 * - `closure onAbort (listener.js:12)`: closures of that name written on that line; memlab knows no script URL, so the
 *   line of any file will do. `closure onAbort`: wherever they are written. `closure (anonymous) (listener.js:12)`:
 *   those without a name.
 * - `string`, `RegExp`, `symbol`, `bigint`: all of that type.
 *
 * @returns a function that gives the classes a node, written on a line of its script where that is known, is of, as
 * spelt in the request; empty for a node the filter holds back
 */
export function leakFilter(
  classes: readonly string[],
): (node: FilteredNode, line: number | undefined) => readonly string[] {
  const patterns = new Map(classes.map((className) => [className, labelPattern(className)]));
  const known = new Map<string, readonly string[]>();
  return (node, line) => {
    const label = classLabel(node, line);
    let matching = known.get(label);
    if (!matching) {
      matching = [...patterns].filter(([, pattern]) => pattern.test(label)).map(([className]) => className);
      known.set(label, matching);
    }
    return matching;
  };
}
