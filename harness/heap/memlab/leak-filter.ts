import type { IHeapNodeBasic } from '@memlab/core';

/** V8's node types for strings; the census holds them to be one class. */
const stringTypes = ['string', 'concatenated string', 'sliced string'];

/** The node types that are a class of their own in parentheses. */
const otherTypes = ['string', 'array', 'regexp', 'symbol', 'bigint'];

/** The script position that the census puts behind a closure's name. */
const position = / \([^()]*:\d+(?::\d+)?\)$/;

/** The property names that a census may put behind a plain object's class. */
const shape = / \{.*\}$/;

/**
 * The key under which the filter looks for a class of the census. Measured on Node 24: memlab gives an instance the type
 * `object` and its constructor's name, a closure the type `closure` and the function's name (empty for an anonymous
 * one), a string its own text as the name.
 *
 * - `DataSource` and `Object {id, name}`: objects of that constructor, whatever their shape.
 * - `closure onAbort (listener.js:12)` and `(closure) onAbort`: closures of that name. memlab knows no script URL, so the
 *   position is not looked at: closures of one name are one class here.
 * - `closure`, `(closure)` and `closure (anonymous)`: closures without a name.
 * - `(string)`: every string, flat, concatenated or sliced; `(regexp)`, `(symbol)`, `(bigint)`, `(array)`: that node type.
 */
export function filterKey(className: string): string {
  const closure = /^(?:closure|\(closure\))(?: (.*))?$/.exec(className);
  if (closure) {
    const name = ` ${closure[1] ?? ''}`.replace(position, '').trim();
    return closureKey(name === '(anonymous)' ? '' : name);
  }
  const type = /^\((.+)\)$/.exec(className)?.[1];
  return type !== undefined && otherTypes.includes(type) ? typeKey(type) : objectKey(className.replace(shape, ''));
}

/** The key of a node of the heap: the filter lets it pass when a class asked for has the same. */
export function nodeKey(node: Pick<IHeapNodeBasic, 'type' | 'name'>): string {
  switch (node.type) {
    case 'object':
      return objectKey(node.name);
    case 'closure':
      return closureKey(node.name);
    default:
      return typeKey(stringTypes.includes(node.type) ? 'string' : node.type);
  }
}

const objectKey = (name: string) => `object ${name}`;
const closureKey = (name: string) => `closure ${name}`;
const typeKey = (type: string) => `type ${type}`;
