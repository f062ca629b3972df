/** What memlab is asked about one run. */
export interface MemlabRequest {
  /** Path of the `.heapsnapshot` file written before the measured iterations. */
  baseline: string;
  /** Path of the one written after them. */
  target: string;
  /** Path of the one written after `teardown`. */
  final: string;
  /**
   * The classes whose survivors count, spelt as the census shows them: `DataSource`, `closure onAbort (listener.js:12)`,
   * `string`. `leak-filter.ts` says how a name selects objects.
   */
  classes: string[];
  /** Further classes, whose survivors are counted and neither clustered nor part of `survivors`; none by default. */
  onlyCounted?: string[];
  /** Above this size of the target's heap, in bytes, memlab is skipped; 200 MB by default. */
  maxHeapBytes?: number;
}

/** Survivors whose retainer paths memlab holds to be alike. */
export interface MemlabCluster {
  count: number;
  /** What would be freed with them, in bytes, without double counting. */
  retainedBytes: number;
  /** One member's retainer path, from the GC root to the survivor, one readable step an entry. */
  path: string[];
}

/** What is told when memlab is not run at all. */
export function skippedReport(reason: string): MemlabReport {
  return {
    survivors: 0,
    countsByClass: {},
    clustered: 0,
    clusters: [],
    skipped: reason,
    cost: { cpuMs: 0, wallMs: 0, peakRssBytes: 0 },
  };
}

/** What memlab found. */
export interface MemlabReport {
  /** Objects born after the baseline, alive in target and final, of the classes asked for. Always exact. */
  survivors: number;
  /** The same by class, those only counted included, with the spelling of the request; 0 where none survived. Always exact. */
  countsByClass: Record<string, number>;
  /**
   * How many of the survivors `clusters` covers. Less than `survivors` where a path is longer than memlab shows, where
   * none leads to a GC root, or where there are too many unlike paths to compare them all (`clusters.ts`).
   */
  clustered: number;
  /** By retained bytes, biggest first. */
  clusters: MemlabCluster[];
  /** Why memlab was not run on this triple, one sentence; null when it was. */
  skipped: string | null;
  /** Of memlab's process: CPU time and peak resident set; and the time from the call to the report. */
  cost: { cpuMs: number; wallMs: number; peakRssBytes: number };
}
