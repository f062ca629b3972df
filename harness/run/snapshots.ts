import {
  type Census,
  findHeldObjects,
  groupSurvivors,
  type HeapSnapshot,
  type HeldObject,
  highestId,
  idsOfClass,
  reachableWithout,
  readSnapshot,
  type Stores,
  type SurvivorGroup,
  takeCensus,
  takeStores,
} from '../heap/index.ts';
import { SENTINEL } from './harness-classes.ts';
import { sourcesIn } from './sources.ts';

/** What is kept of a snapshot: its file is for memlab, its graph is kept of the last one only. */
export interface SnapshotRecord {
  path: string;
  /** Measured iterations done. */
  iteration: number;
  highestId: number;
  census: Census;
  /** The id of the sentinel, the same in every snapshot; undefined when it was not found. */
  sentinelId: number | undefined;
  /** Of objects that were there at the first snapshot. */
  stores: Stores;
}

/** Bytes from which a store is followed: fewer are those of every small object. */
const SMALLEST_STORE = 256;

/**
 * The snapshots of one run. Each is read while the subject already goes on: only what is asked for has to be waited for.
 */
export class Snapshots {
  /** Milliseconds spent on reading and analysing. */
  analysisMs = 0;
  readonly #sources: ReturnType<typeof sourcesIn>;
  readonly #records: SnapshotRecord[] = [];
  #graph: HeapSnapshot | null = null;
  #reading: Promise<void> = Promise.resolve();

  /** @param directory Folder of what was compiled for the run, with its source maps. */
  constructor(directory: string) {
    this.#sources = sourcesIn(directory);
  }

  /**
   * Reads a file as soon as those before it are read.
   *
   * @param replaces Whether it stands for the last one from now on.
   */
  add(path: string, iteration: number, replaces: boolean): void {
    const reading = this.#reading.then(() => {
      if (replaces) this.#records.pop();
      return this.#read(path, iteration);
    });
    // Whoever asks next is told; until then nobody is listening.
    reading.catch(() => {});
    this.#reading = reading;
  }

  /** What is known of every snapshot so far, in order. Rejects with a SnapshotError when one could not be read. */
  async records(): Promise<readonly SnapshotRecord[]> {
    await this.#reading;
    return this.#records;
  }

  /** Live objects of the last snapshot by class, of those born in the range. */
  async born(range: { bornAfter: number; bornUntil: number }): Promise<Census> {
    await this.#reading;
    return this.#timed(() => takeCensus(this.#graph as HeapSnapshot, range, this.#sources));
  }

  /** Survivors of these classes in the last snapshot, grouped by what keeps them; biggest first. */
  async groupSurvivors(classes: ReadonlySet<string>): Promise<SurvivorGroup[]> {
    await this.#reading;
    if (classes.size === 0) return [];
    const boundaries = this.#records.map((record) => record.highestId);
    return this.#timed(() => groupSurvivors(this.#graph as HeapSnapshot, { boundaries, classes, ...this.#sources }));
  }

  /** How many of each group would still be reached if the objects of the groups in `cut` were gone, in the last snapshot. */
  async countAlone(groups: readonly SurvivorGroup[], cut: readonly SurvivorGroup[]): Promise<number[]> {
    await this.#reading;
    return this.#timed(() => {
      const reached = reachableWithout(
        this.#graph as HeapSnapshot,
        cut.flatMap(({ nodes }) => nodes),
      );
      return groups.map(({ nodes }) => nodes.filter((node) => reached[node] === 1).length);
    });
  }

  /** The objects with these ids in the last snapshot, and what keeps them. */
  async findHeld(ids: ReadonlySet<number>): Promise<HeldObject[]> {
    await this.#reading;
    if (ids.size === 0) return [];
    return this.#timed(() => findHeldObjects(this.#graph as HeapSnapshot, ids, this.#sources));
  }

  async #read(path: string, iteration: number): Promise<void> {
    this.#graph = null;
    const startedAt = performance.now();
    const graph = await readSnapshot(path);
    const highest = highestId(graph);
    this.#records.push({
      path,
      iteration,
      highestId: highest,
      census: takeCensus(graph, {}, this.#sources),
      sentinelId: idsOfClass(graph, SENTINEL)[0],
      stores: takeStores(graph, { bornUntil: this.#records[0]?.highestId ?? highest, atLeast: SMALLEST_STORE }),
    });
    this.#graph = graph;
    this.analysisMs += performance.now() - startedAt;
  }

  #timed<T>(analyse: () => T): T {
    const startedAt = performance.now();
    const answer = analyse();
    this.analysisMs += performance.now() - startedAt;
    return answer;
  }
}
