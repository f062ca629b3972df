import type { ExplainedRun } from '../../../explain/explained-run.ts';
import { endsOf } from '../../../verdict/unseen.ts';
import type { PageComparison } from '../../comparison-page.ts';
import { type Detail, lighten } from './lighten.ts';
import { type Json, type Packed, pack } from './pack.ts';
import type { ReportData } from './report-data.ts';

/** The details a page may have, richest first. The first that fits is taken. */
const DETAILS: readonly Detail[] = [
  { samples: 200, classes: 200, clusters: 50, logLines: 50, leaks: 5, stacks: 3, frames: 50 },
  { samples: 60, classes: 30, clusters: 20, logLines: 20, leaks: 5, stacks: 2, frames: 10 },
  { samples: 40, classes: 10, clusters: 5, logLines: 5, leaks: 2, stacks: 1, frames: 6 },
  { samples: 24, classes: 5, clusters: 2, logLines: 0, leaks: 1, stacks: 1, frames: 4 },
  { samples: 12, classes: 2, clusters: 1, logLines: 0, leaks: 1, stacks: 1, frames: 2 },
];

/** 4.5 MB, so that the page as a whole stays below 5. */
const MOST_BYTES = 4_500_000;

/**
 * A word of which a report holds no more than the ends: nobody reads it, and it adds to every page. What ends a sentence is no
 * part of it, so that a name stays the same wherever it stands.
 */
const LONG_WORD = /\S{1000,}[^\s.,;:]/g;
/** Characters that are left of it, at either end. */
const LEFT = 490;

/** What a report is made of: runs with the end of what each subject printed. */
export interface ReportSource {
  platform: string;
  startedAt: string;
  /** Null where the runs were not compared. */
  comparison: PageComparison | null;
  /** What places in the code are shown relative to, with its last separator. */
  root: string;
  runs: readonly { run: ExplainedRun; logTail: readonly string[] }[];
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
    text = inScript(JSON.stringify(bounded(pack(data as unknown as Json))));
    if (Buffer.byteLength(text) <= mostBytes) break;
  }
  return text;
}

/** The same with the middle left out of every word that is too long to be of use. */
function bounded({ strings, ...packed }: Packed): Packed {
  return { ...packed, strings: strings.map((text) => text.replaceAll(LONG_WORD, (word) => endsOf(word, LEFT))) };
}

/** JSON without any `<`, and thereby without `</script` and `<!--`. */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
