import { parseAst } from 'rolldown/parseAst';

/** A node of the syntax tree, as far as it matters here. Offsets count UTF-16 units. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

/** The nodes directly below one. */
function* childrenOf(node: SyntaxNode): Generator<SyntaxNode> {
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) yield each;
  }
}

/** The syntax tree of a script; undefined when it is not JavaScript that can be parsed. */
export function parseScript(source: string): SyntaxNode | undefined {
  for (const sourceType of ['module', 'commonjs'] as const) {
    try {
      return parseAst(source, { lang: 'js', sourceType } as Parameters<typeof parseAst>[1]) as unknown as SyntaxNode;
    } catch {}
  }
  return undefined;
}

/** The function whose parameters begin at an offset, or that begins there itself; undefined when there is none. */
export function functionAt(script: SyntaxNode, offset: number): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  const waiting = [script];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const isInside = node.start <= offset && offset < node.end;
    const body = node.body as SyntaxNode | undefined;
    if (FUNCTIONS.has(node.type) && isInside && offset < (body?.start ?? node.end)) found = node;
    if (isInside) waiting.push(...childrenOf(node));
  }
  return found;
}

/** The nodes of a function's own body: not those of the functions in it. */
export function* ownNodes(fn: SyntaxNode): Generator<SyntaxNode> {
  const waiting = [...childrenOf(fn)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (!FUNCTIONS.has(node.type)) waiting.push(...childrenOf(node));
  }
}
