import type { Locations } from '../snapshot.ts';
import type { Layout } from './layout.ts';
import type { RecordStore } from './record-section.ts';
import { Misfit } from './section.ts';

const MOST_UINT32 = 2 ** 32 - 1;

/** The locations while they fill; how many there are is known at their end only. */
export class LocationColumns implements RecordStore {
  readonly stride: number;
  readonly expected = undefined;
  #nodes: number[] = [];
  #scriptIds: number[] = [];
  #lines: number[] = [];
  #columns: number[] = [];
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.stride = layout.location?.stride ?? 1;
  }

  store(values: Float64Array): void {
    const { location, node, nodeCount } = this.#layout;
    if (!location) throw new Misfit(undefined, '"meta.location_fields", as there are locations');
    const owner = values[location.node] / node.stride;
    const scriptId = values[location.scriptId];
    const line = values[location.line];
    const column = values[location.column];
    if (!Number.isInteger(owner) || owner >= nodeCount) {
      throw new Misfit(undefined, `each location to belong to one of the ${nodeCount} nodes`);
    }
    if (scriptId > MOST_UINT32 || line > MOST_UINT32 || column > MOST_UINT32) {
      throw new Misfit(undefined, 'script ids, lines and columns of 32 bits in "locations"');
    }
    this.#nodes.push(owner);
    this.#scriptIds.push(scriptId);
    this.#lines.push(line);
    this.#columns.push(column);
  }

  finish(): Locations {
    return {
      nodes: Uint32Array.from(this.#nodes),
      scriptIds: Uint32Array.from(this.#scriptIds),
      lines: Uint32Array.from(this.#lines),
      columns: Uint32Array.from(this.#columns),
    };
  }
}
