import type { RunResult } from '../../../run/result.ts';
import type { PageComparison } from '../../comparison-page.ts';

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
  /** Where the runs were compared: all of one scenario, whose versions it opens with. */
  comparison: PageComparison | null;
  runs: PageRun[];
}
