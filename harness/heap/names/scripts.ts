import { NodeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { findEdge } from './find-edge.ts';

/** What V8 has called a function's link to its script, newest first. */
const SCRIPT_EDGES = ['script', 'script_or_debug_info', 'raw_script'];

/** Where a function or class is written: lines and columns count from 1. */
export interface Position {
  scriptId: number;
  line: number;
  column: number;
}

/** The source positions and script URLs of one snapshot. */
export class Scripts {
  readonly #snapshot: HeapSnapshot;
  /** For each node one more than the number of its location; made when first needed. */
  #locationOf: Uint32Array | undefined;
  readonly #urls = new Map<number, string | undefined>();
  #read = false;

  constructor(snapshot: HeapSnapshot) {
    this.#snapshot = snapshot;
  }

  /** Where a closure is written, or the constructor of an object; undefined where V8 has not said so. */
  positionOf(node: number): Position | undefined {
    this.#locationOf ??= this.#findLocations();
    const index = this.#locationOf[node] - 1;
    if (index === -1) return undefined;
    const { scriptIds, lines, columns } = this.#snapshot.locations;
    return { scriptId: scriptIds[index], line: lines[index] + 1, column: columns[index] + 1 };
  }

  /**
   * The URL or path of a script; empty for code from `eval` or `new Function`; undefined when no function of it is in
   * the snapshot.
   */
  urlOf(scriptId: number): string | undefined {
    if (!this.#read) this.#readUrls();
    return this.#urls.get(scriptId);
  }

  #findLocations(): Uint32Array {
    const { nodeCount, locations } = this.#snapshot;
    const locationOf = new Uint32Array(nodeCount);
    for (let index = 0; index < locations.nodes.length; index++) locationOf[locations.nodes[index]] = index + 1;
    return locationOf;
  }

  /** Locations carry script ids only; a closure tells which script node, and so which URL, its id belongs to. */
  #readUrls(): void {
    this.#read = true;
    const { locations, nodeKinds } = this.#snapshot;
    for (let index = 0; index < locations.nodes.length; index++) {
      const node = locations.nodes[index];
      const id = locations.scriptIds[index];
      if (nodeKinds[node] !== NodeKind.closure || this.#urls.has(id)) continue;
      const url = this.#urlOfClosure(node);
      if (url !== undefined) this.#urls.set(id, url);
    }
  }

  #urlOfClosure(closure: number): string | undefined {
    const shared = findEdge(this.#snapshot, closure, 'shared');
    if (shared === undefined) return undefined;
    for (const name of SCRIPT_EDGES) {
      const script = findEdge(this.#snapshot, shared, name);
      if (script !== undefined) return this.#snapshot.strings.get(this.#snapshot.nodeNames[script]);
    }
    return undefined;
  }
}
