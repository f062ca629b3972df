import type { HeapSnapshot } from '../snapshot.ts';
import type { FunctionInfos } from './trace-stores.ts';
import type { TraceTree } from './trace-tree.ts';

/** A function on the stack of an allocation. */
export interface AllocationFrame {
  /** Empty for an anonymous function, and for the top level of a script. */
  functionName: string;
  /** URL or path of the script; empty for V8's own functions and for code from `eval`. */
  url: string;
  /** Where the function's parameters begin, from 1; 0 where V8 does not know. V8 does not tell which line of it allocated. */
  line: number;
  column: number;
}

/** Which functions were running when each object of a snapshot was allocated. */
export class Allocations {
  readonly #snapshot: HeapSnapshot;
  readonly #traceOf: Uint32Array;
  readonly #functions: FunctionInfos;
  readonly #tree: TraceTree;

  constructor(snapshot: HeapSnapshot, traceOf: Uint32Array, functions: FunctionInfos, tree: TraceTree) {
    this.#snapshot = snapshot;
    this.#traceOf = traceOf;
    this.#functions = functions;
    this.#tree = tree;
  }

  /** A number that nodes allocated on the same stack share; 0 for those from before the tracking. */
  stackNumber(node: number): number {
    return this.#traceOf[node];
  }

  /** The stack with that number, innermost function first; a constructor's own frame is not in it. */
  stack(number: number): AllocationFrame[] {
    const { strings } = this.#snapshot;
    const frames = this.#tree.functionsOf(number).map((index) => {
      const { name, script, line, column } = this.#functions.get(index);
      return { functionName: strings.get(name), url: strings.get(script), line, column };
    });
    // The outermost is the tree's root, no function.
    return frames.slice(0, -1);
  }
}
