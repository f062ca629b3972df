import type { Explanation } from '../../../explain/explanation.ts';
import type { RunResult } from '../../../run/result.ts';
import type { PageComparison } from '../../comparison-page.ts';

/** A cause as the page shows it: what leads in full, the rest by name. */
export interface PageExplanation extends Omit<Explanation, 'origins'> {
  further: { className: string; count: number }[];
  handlesLeftOut: number;
}

/** A run as the page shows it. */
export interface PageRun extends RunResult {
  /** Absent where no second pass has looked for the cause, or none was found. */
  explanation?: PageExplanation;
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
