import { functionAt, ownNodes, parseScript, type SyntaxNode } from './functions-in.ts';

/** What a function is known to have done: allocated an object of a class, or called a function. */
export type Deed = { allocates: string } | { calls: string };

/** Expressions that allocate objects of these classes, apart from `new`. */
const LITERALS: Readonly<Record<string, string>> = { Object: 'ObjectExpression', Array: 'ArrayExpression' };

/**
 * Where in a function it can only have been done: the place of the one expression that does it. Undefined when the function
 * has none or several. Line and column count from 1; those given are where V8 says that the function's parameters begin.
 */
export function expressionIn(
  source: string,
  position: { line: number; column: number },
  deed: Deed,
): { line: number; column: number } | undefined {
  const script = parseScript(source);
  const offset = offsetOf(source, position);
  const fn = script === undefined || offset === undefined ? undefined : functionAt(script, offset);
  if (fn === undefined) return undefined;
  const [only, ...more] = [...ownNodes(fn)].filter((node) => does(node, deed));
  return only === undefined || more.length > 0 ? undefined : positionOf(source, only.start);
}

function does(node: SyntaxNode, deed: Deed): boolean {
  if ('allocates' in deed) {
    if (node.type === LITERALS[deed.allocates]) return true;
    return node.type === 'NewExpression' && calleeName(node) === deed.allocates;
  }
  const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
  return isCall && calleeName(node) === deed.calls;
}

/** `f` of `f()`, `a.f()` and `new a.f()`. */
function calleeName({ callee }: SyntaxNode): string | undefined {
  const { type, name, property, computed } = callee as SyntaxNode;
  if (type === 'Identifier') return name as string;
  if (type !== 'MemberExpression' || computed === true) return undefined;
  return (property as SyntaxNode).name as string | undefined;
}

function offsetOf(source: string, { line, column }: { line: number; column: number }): number | undefined {
  let start = 0;
  for (let at = 1; at < line; at++) {
    start = source.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  return start + column - 1;
}

function positionOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
