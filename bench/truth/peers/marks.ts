import { once } from 'node:events';
import { Session } from 'node:inspector/promises';

/** More than any peer takes. */
const MOST = 16;
/**
 * V8 keeps a pattern of each object literal from its second or third evaluation on: the mark's own are made before the
 * first.
 */
const DRY_MARKS = 3;

/**
 * Marks in V8's numbering of objects: what is alive at a mark has a number up to its own, and what is made later a
 * higher one. One session for the life of the process, as V8 begins to number anew when it ends; tracking goes on, as
 * ending it writes a snapshot.
 */
export class Marks {
  readonly #session = new Session();
  // No object for each mark: it would be born in every interval.
  readonly #ids = new Float64Array(MOST);
  readonly #ms = new Float64Array(MOST);
  #count = 0;

  constructor() {
    this.#session.connect();
  }

  async mark(): Promise<void> {
    if (this.#count === 0) for (let i = 0; i < DRY_MARKS; i++) await this.#take();
    const startedAt = performance.now();
    this.#ids[this.#count] = await this.#take();
    this.#ms[this.#count++] = performance.now() - startedAt;
  }

  async #take(): Promise<number> {
    const told = once(this.#session, 'HeapProfiler.lastSeenObjectId');
    await this.#session.post('HeapProfiler.startTrackingHeapObjects', { trackAllocations: false });
    const [{ params }] = (await told) as [{ params: { lastSeenObjectId: number } }];
    return params.lastSeenObjectId;
  }

  /** The highest number given at each mark, and the milliseconds it took. */
  taken(): { id: number; ms: number }[] {
    return Array.from({ length: this.#count }, (_, i) => ({ id: this.#ids[i] as number, ms: this.#ms[i] as number }));
  }
}
