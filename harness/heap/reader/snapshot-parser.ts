import type { HeapSnapshot, Locations } from '../snapshot.ts';
import { EdgeColumns } from './edge-columns.ts';
import { ParsedValue, SkippedNumbers, SkippedValue } from './json-value.ts';
import { type Layout, layoutOf } from './layout.ts';
import { LocationColumns } from './location-columns.ts';
import { NodeColumns } from './node-columns.ts';
import { Pieces } from './pieces.ts';
import { RecordSection } from './record-section.ts';
import { Misfit, type Section } from './section.ts';
import { StringSection } from './string-section.ts';
import { StringTable } from './string-table.ts';
import { markWeakMapValues } from './weak-map-values.ts';

const noLocations: Locations = {
  nodes: new Uint32Array(),
  scriptIds: new Uint32Array(),
  lines: new Uint32Array(),
  columns: new Uint32Array(),
};

const noEdges = {
  kinds: new Uint8Array(),
  names: new Uint32Array(),
  targets: new Uint32Array(),
  highestName: 0,
};

/** Room for strings to start with where the size of the file is not known. */
const STRING_BYTES = 1 << 20;

/** Builds a snapshot out of its bytes, pushed in pieces of any size; keeps no reference to a piece. */
export class SnapshotParser {
  #layout: Layout | undefined;
  #nodes: NodeColumns | undefined;
  #edges: EdgeColumns | undefined;
  #locations: LocationColumns | undefined;
  #strings: StringTable | undefined;
  readonly #name: string;
  readonly #byteLength: number | undefined;
  readonly #withoutEdges: boolean;
  readonly #pieces: Pieces;

  /**
   * `byteLength` is the size of the whole file where it is known; it unmasks a wrong header before memory is taken. With
   * `withoutEdges` edges are neither read nor checked: the snapshot has none.
   */
  constructor(name: string, byteLength?: number, { withoutEdges = false } = {}) {
    this.#name = name;
    this.#byteLength = byteLength;
    this.#withoutEdges = withoutEdges;
    this.#pieces = new Pieces(name, (key) => this.#section(key));
  }

  /** Takes the next bytes. Throws `SnapshotError`. */
  write(bytes: Uint8Array): void {
    this.#pieces.write(bytes);
  }

  /** The snapshot, when all bytes are in. Throws `SnapshotError` when something is missing. */
  end(): HeapSnapshot {
    return this.#pieces.finish(() => this.#assemble());
  }

  #section(key: string): Section {
    switch (key) {
      case 'snapshot':
        if (this.#layout) throw new Misfit(undefined, 'one "snapshot" section only');
        return new ParsedValue(key, (value) => {
          this.#layout = layoutOf(value);
          this.#checkLength(this.#layout);
        });
      case 'nodes': {
        const layout = this.#layoutFor(key, this.#nodes);
        this.#nodes = allocate(() => new NodeColumns(layout), layout);
        return new RecordSection(key, this.#nodes);
      }
      case 'edges': {
        const layout = this.#layoutFor(key, this.#edges);
        if (this.#withoutEdges) return new SkippedNumbers(key);
        this.#edges = allocate(() => new EdgeColumns(layout), layout);
        return new RecordSection(key, this.#edges);
      }
      case 'locations': {
        const layout = this.#layoutFor(key, this.#locations);
        this.#locations = new LocationColumns(layout);
        return new RecordSection(key, this.#locations);
      }
      case 'strings':
        if (this.#strings) throw new Misfit(undefined, 'one "strings" section only');
        this.#strings = new StringTable(
          this.#byteLength === undefined ? STRING_BYTES : this.#byteLength - this.#pieces.offset,
        );
        return new StringSection(this.#strings);
      default:
        return new SkippedValue(key);
    }
  }

  #layoutFor(key: string, earlier: unknown): Layout {
    if (!this.#layout) throw new Misfit(undefined, `"snapshot" before "${key}"`);
    if (earlier) throw new Misfit(undefined, `one "${key}" section only`);
    return this.#layout;
  }

  #checkLength(layout: Layout): void {
    // A number and its comma take two bytes at least.
    const least = 2 * (layout.nodeCount * layout.node.stride + layout.edgeCount * layout.edge.stride);
    if (this.#byteLength !== undefined && least > this.#byteLength) {
      throw new Misfit(
        undefined,
        `room for ${layout.nodeCount} nodes and ${layout.edgeCount} edges, at least ${least} bytes`,
      );
    }
  }

  #assemble(): HeapSnapshot {
    const nodes = present(this.#nodes, 'nodes');
    const edges = this.#withoutEdges ? noEdges : present(this.#edges, 'edges');
    const strings = present(this.#strings, 'strings');
    const highestName = Math.max(nodes.highestName, edges.highestName);
    if (highestName >= strings.count) {
      throw new Misfit(undefined, `at least ${highestName + 1} strings, not ${strings.count}`);
    }
    const snapshot: HeapSnapshot = {
      name: this.#name,
      nodeCount: nodes.kinds.length,
      edgeCount: edges.kinds.length,
      nodeKinds: nodes.kinds,
      nodeNames: nodes.names,
      nodeIds: nodes.ids,
      nodeSizes: nodes.sizes,
      firstEdges: this.#withoutEdges ? new Uint32Array(nodes.expected + 1) : nodes.firstEdges,
      edgeKinds: edges.kinds,
      edgeNames: edges.names,
      edgeTargets: edges.targets,
      locations: this.#locations?.toLocations() ?? noLocations,
      strings,
    };
    markWeakMapValues(snapshot);
    return snapshot;
  }
}

function allocate<Columns>(make: () => Columns, { nodeCount, edgeCount }: Layout): Columns {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Misfit(undefined, `no more nodes and edges than fit in memory, not ${nodeCount} and ${edgeCount}`);
  }
}

function present<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) throw new Misfit(undefined, `a "${name}" section`);
  return part;
}
