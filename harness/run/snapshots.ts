import {
  type Census,
  groupSurvivors,
  type HeapSnapshot,
  highestId,
  readSnapshot,
  type SurvivorGroup,
  takeCensus,
} from '../heap/index.ts';
import { sourcesIn } from './sources.ts';

/** What is kept of a snapshot: its file is for memlab, its graph is kept of the last one only. */
export interface SnapshotRecord {
  path: string;
  /** Measured iterations done. */
  iteration: number;
  highestId: number;
  census: Census;
}

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

  /** Reads a file as soon as those before it are read. */
  add(path: string, iteration: number): void {
    const reading = this.#reading.then(() => this.#read(path, iteration));
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

  async #read(path: string, iteration: number): Promise<void> {
    this.#graph = null;
    const startedAt = performance.now();
    const graph = await readSnapshot(path);
    this.#records.push({ path, iteration, highestId: highestId(graph), census: takeCensus(graph, {}, this.#sources) });
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
