import type { RunResult } from '../../../run/result.ts';
import type { PageComparison } from '../../comparison-page.ts';
import { type Detail, lighten } from './lighten.ts';
import { type Json, pack } from './pack.ts';
import type { ReportData } from './report-data.ts';

/** The details a page may have, richest first. The first that fits is taken. */
const DETAILS: readonly Detail[] = [
  { samples: 200, classes: 200, clusters: 50, logLines: 50 },
  { samples: 60, classes: 30, clusters: 20, logLines: 20 },
  { samples: 40, classes: 10, clusters: 5, logLines: 5 },
  { samples: 24, classes: 5, clusters: 2, logLines: 0 },
  { samples: 12, classes: 2, clusters: 1, logLines: 0 },
];

/** 4.5 MB, so that the page as a whole stays below 5. */
const MOST_BYTES = 4_500_000;

/** What a report is made of: runs with the end of what each subject printed. */
export interface ReportSource {
  platform: string;
  startedAt: string;
  /** Null where the runs were not compared. */
  comparison: PageComparison | null;
  /** What places in the code are shown relative to, with its last separator. */
  root: string;
  runs: readonly { run: RunResult; logTail: readonly string[] }[];
}

/**
 * The data of a page as JSON that can stand in a script element: nothing in it can end that element. The richest detail
 * that stays within `mostBytes`; the poorest where none does.
 */
export function embed({ platform, startedAt, comparison, root, runs }: ReportSource, mostBytes = MOST_BYTES): string {
  let text = '';
  for (const detail of DETAILS) {
    const data: ReportData = {
      platform,
      startedAt,
      comparison,
      runs: runs.map(({ run, logTail }) => lighten(run, logTail, root, detail)),
    };
    text = inScript(JSON.stringify(pack(data as unknown as Json)));
    if (Buffer.byteLength(text) <= mostBytes) break;
  }
  return text;
}

/** JSON without any `<`, and thereby without `</script` and `<!--`. */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
