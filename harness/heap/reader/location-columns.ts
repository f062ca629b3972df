import type { Locations } from '../snapshot.ts';
import type { Layout } from './layout.ts';
import type { RecordSink } from './number-section.ts';
import { Misfit } from './section.ts';

const MOST_UINT32 = 2 ** 32 - 1;

/** The locations while they fill; how many there are is known at their end only. */
export class LocationColumns {
  #nodes: number[] = [];
  #scriptIds: number[] = [];
  #lines: number[] = [];
  #columns: number[] = [];
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Takes blocks of the `locations` section. */
  readonly sink: RecordSink = (values, count) => {
    const fields = this.#layout.location;
    if (!fields) throw new Misfit(undefined, '"meta.location_fields", as there are locations');
    for (let at = 0; at < count; at += fields.stride) {
      const node = values[at + fields.node] / this.#layout.node.stride;
      const line = values[at + fields.line];
      const column = values[at + fields.column];
      if (!Number.isInteger(node) || node >= this.#layout.nodeCount) {
        throw new Misfit(undefined, `each location to belong to one of the ${this.#layout.nodeCount} nodes`);
      }
      if (values[at + fields.scriptId] > MOST_UINT32 || line > MOST_UINT32 || column > MOST_UINT32) {
        throw new Misfit(undefined, 'script ids, lines and columns of 32 bits in "locations"');
      }
      this.#nodes.push(node);
      this.#scriptIds.push(values[at + fields.scriptId]);
      this.#lines.push(line);
      this.#columns.push(column);
    }
  };

  finish(): Locations {
    return {
      nodes: Uint32Array.from(this.#nodes),
      scriptIds: Uint32Array.from(this.#scriptIds),
      lines: Uint32Array.from(this.#lines),
      columns: Uint32Array.from(this.#columns),
    };
  }
}
