import { ParsedValue, SkippedNumbers, SkippedValue } from '../reader/json-value.ts';
import { Pieces } from '../reader/pieces.ts';
import { RecordSection } from '../reader/record-section.ts';
import { Misfit, type Section } from '../reader/section.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { Allocations } from './allocations.ts';
import { type TraceLayout, traceLayoutOf } from './trace-layout.ts';
import { FunctionInfos, TraceNodeIds } from './trace-stores.ts';
import { TraceTree } from './trace-tree.ts';

/** Finds what a snapshot tells of allocations in its bytes, pushed in pieces of any size; keeps no reference to a piece. */
export class TraceParser {
  #layout: TraceLayout | undefined;
  #nodes: TraceNodeIds | undefined;
  #functions: FunctionInfos | undefined;
  #tree: TraceTree | undefined;
  readonly #pieces: Pieces;
  readonly #snapshot: HeapSnapshot;

  constructor(name: string, snapshot: HeapSnapshot) {
    this.#snapshot = snapshot;
    this.#pieces = new Pieces(name, (key) => this.#section(key));
  }

  /** Takes the next bytes. Throws `SnapshotError`. */
  write(bytes: Uint8Array): void {
    this.#pieces.write(bytes);
  }

  /** What was found, when all bytes are in. Throws `SnapshotError` when something is missing or does not go together. */
  end(): Allocations {
    return this.#pieces.finish(() => {
      const [nodes, functions, tree] = [this.#nodes, this.#functions, this.#tree];
      if (!nodes || !functions || !tree) throw new Misfit(undefined, 'the sections that tell of allocations');
      if (tree.highestFunction >= functions.count) {
        throw new Misfit(undefined, `${tree.highestFunction + 1} functions, not ${functions.count}`);
      }
      for (let index = 0; index < functions.count; index++) {
        const { name, script } = functions.get(index);
        if (Math.max(name, script) >= this.#snapshot.strings.count)
          throw new Misfit(undefined, 'a name for each function');
      }
      return new Allocations(this.#snapshot, nodes.ids, functions, tree);
    });
  }

  #section(key: string): Section {
    if (key === 'snapshot') {
      return new ParsedValue(key, (header) => {
        const layout = traceLayoutOf(header);
        if (layout.node.count !== this.#snapshot.nodeCount) {
          throw new Misfit(
            undefined,
            `the ${this.#snapshot.nodeCount} nodes of the snapshot, not ${layout.node.count}`,
          );
        }
        this.#layout = layout;
      });
    }
    const layout = this.#layout;
    if (!layout) throw new Misfit(undefined, `"snapshot" before "${key}"`);
    switch (key) {
      case 'nodes':
        this.#nodes = new TraceNodeIds(layout);
        return new RecordSection(key, this.#nodes);
      case 'trace_function_infos':
        this.#functions = new FunctionInfos(layout);
        return new RecordSection(key, this.#functions);
      case 'trace_tree':
        this.#tree = new TraceTree(layout);
        return this.#tree;
      case 'edges':
        return new SkippedNumbers(key);
      default:
        return new SkippedValue(key);
    }
  }
}
