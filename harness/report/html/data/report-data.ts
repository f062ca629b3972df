import type { RunResult } from '../../../run/result.ts';

/** A run as the page shows it. */
export interface PageRun extends RunResult {
  /** The last lines of what the subject printed; empty when it printed nothing or the file is gone. */
  logTail: string[];
  /** Classes that grew and are left out to keep the report small. */
  classesLeftOut: number;
}

/** What the page is given. */
export interface ReportData {
  platform: string;
  startedAt: string;
  /** The place it opens at when its address names none, as `#/versions/0`; empty for the overview. */
  opensAt: string;
  runs: PageRun[];
}
