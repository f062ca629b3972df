import {
  type Census,
  findHeldObjects,
  groupSurvivors,
  type HeapSnapshot,
  type HeldObject,
  highestId,
  idsOfClass,
  parseSnapshot,
  reachableWithout,
  type Stores,
  type SurvivorCensus,
  type SurvivorGroup,
  takeCensus,
  takeStores,
  takeSurvivorCensus,
} from '../heap/index.ts';
import { SENTINEL } from './harness-classes.ts';
import { sourcesIn } from './sources.ts';

/** What is kept of a snapshot. Its graph is kept of the last one only. */
export interface SnapshotRecord {
  /** Null where nobody needs it: of the middle, and of a heap above memlab's limit. */
  file: string | null;
  /** Measured iterations done. */
  iteration: number;
  highestId: number;
  census: Census;
  /** Of all nodes, V8's own included. */
  bytes: number;
  /** What was there before things were waited for to go by themselves; null when nothing was waited for. */
  before: Pick<SnapshotRecord, 'census' | 'bytes'> | null;
  /** The id of the sentinel, the same in every snapshot; undefined when it was not found. */
  sentinelId: number | undefined;
  /** Of objects that were there at the first snapshot. */
  stores: Stores;
}

/** Where a snapshot belongs. */
interface SnapshotPlace {
  file: string | null;
  iteration: number;
  replaces: boolean;
}

function totalBytes({ nodeSizes }: HeapSnapshot): number {
  let bytes = 0;
  for (const size of nodeSizes) bytes += size;
  return bytes;
}

/** Bytes from which a store is followed: fewer are those of every small object. */
const SMALLEST_STORE = 256;

/** The snapshots of one run. Each is read while it is written: only what is asked for has to be waited for. */
export class Snapshots {
  /** Milliseconds spent on reading and analysing. */
  analysisMs = 0;
  readonly #sources: ReturnType<typeof sourcesIn>;
  readonly #records: SnapshotRecord[] = [];
  #graph: HeapSnapshot | null = null;
  #adding: Promise<void> = Promise.resolve();

  /** @param directory Folder of what was compiled for the run, with its source maps. */
  constructor(directory: string) {
    this.#sources = sourcesIn(directory);
  }

  /**
   * Reads a snapshot as it comes. Rejects with a SnapshotError, which whoever asks for the records is told.
   *
   * @param name Stands for it in messages.
   */
  read(pieces: AsyncIterable<Uint8Array>, name: string): Promise<HeapSnapshot> {
    this.#graph = null;
    const graph = parseSnapshot(this.#whileRead(pieces), name);
    graph.catch(() => {});
    return graph;
  }

  /**
   * Adds a snapshot that is complete, or will be at once.
   *
   * @param place.file Where memlab finds it.
   * @param place.replaces Whether it stands for the last one from now on.
   */
  add(graph: Promise<HeapSnapshot>, { file, iteration, replaces }: SnapshotPlace): void {
    const adding = this.#adding.then(async () => {
      const replaced = replaces ? this.#records.pop() : undefined;
      const before = replaced === undefined ? null : { census: replaced.census, bytes: replaced.bytes };
      this.#add(await graph, { file, iteration, before });
    });
    // Whoever asks next is told; until then nobody is listening.
    adding.catch(() => {});
    this.#adding = adding;
  }

  /** What is known of every snapshot so far, in order. Rejects with a SnapshotError when one could not be read. */
  async records(): Promise<readonly SnapshotRecord[]> {
    await this.#adding;
    return this.#records;
  }

  /** Live objects of the last snapshot by class, of those born in the range. */
  async born(range: { bornAfter: number; bornUntil: number }): Promise<Census> {
    await this.#adding;
    return this.#timed(() => takeCensus(this.#graph as HeapSnapshot, range, this.#sources));
  }

  /** Live objects of the last snapshot by class and by the interval between snapshots in which they were born. */
  async survivors(): Promise<SurvivorCensus> {
    await this.#adding;
    const boundaries = this.#records.map((record) => record.highestId);
    return this.#timed(() => takeSurvivorCensus(this.#graph as HeapSnapshot, boundaries, this.#sources));
  }

  /** Survivors of these classes in the last snapshot, grouped by what keeps them; biggest first. */
  async groupSurvivors(classes: ReadonlySet<string>): Promise<SurvivorGroup[]> {
    await this.#adding;
    if (classes.size === 0) return [];
    const boundaries = this.#records.map((record) => record.highestId);
    return this.#timed(() => groupSurvivors(this.#graph as HeapSnapshot, { boundaries, classes, ...this.#sources }));
  }

  /** How many of each group would still be reached if the objects of the groups in `cut` were gone, in the last snapshot. */
  async countAlone(groups: readonly SurvivorGroup[], cut: readonly SurvivorGroup[]): Promise<number[]> {
    await this.#adding;
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
    await this.#adding;
    if (ids.size === 0) return [];
    return this.#timed(() => findHeldObjects(this.#graph as HeapSnapshot, ids, this.#sources));
  }

  #add(graph: HeapSnapshot, given: Pick<SnapshotRecord, 'file' | 'iteration' | 'before'>): void {
    this.#timed(() => {
      const highest = highestId(graph);
      this.#records.push({
        ...given,
        highestId: highest,
        census: takeCensus(graph, {}, this.#sources),
        bytes: totalBytes(graph),
        sentinelId: idsOfClass(graph, SENTINEL)[0],
        stores: takeStores(graph, { bornUntil: this.#records[0]?.highestId ?? highest, atLeast: SMALLEST_STORE }),
      });
    });
    this.#graph = graph;
  }

  /** Hands pieces on; what is done with one before the next is asked for is analysis. */
  async *#whileRead(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      const startedAt = performance.now();
      yield piece;
      this.analysisMs += performance.now() - startedAt;
    }
  }

  #timed<T>(analyse: () => T): T {
    const startedAt = performance.now();
    const answer = analyse();
    this.analysisMs += performance.now() - startedAt;
    return answer;
  }
}
