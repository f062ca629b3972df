import path from 'node:path';
import type { Comparison } from '../../compare/comparison.ts';
import type { ResultFile } from '../../run/result.ts';
import { pageComparison } from '../comparison-page.ts';
import { writeWhole } from '../write-whole.ts';
import { embed } from './data/embed.ts';
import { readLogTail } from './data/log-tail.ts';
import { type FillPage, preparePage } from './prepare-page.ts';

/** Lines of a log that go into a report at the most. */
const LOG_LINES = 50;

/**
 * Writes the results as one HTML file that opens from disk without network.
 *
 * @param file Where to.
 * @param results Its paths of logs are relative to `cwd`; logs that are gone are left out.
 * @param options `page` is that of `preparePage`, when it was called before the results were there; `comparison` is the
 * comparison that the runs were measured for, whose lines stand in the report too.
 */
export async function writeReport(
  file: string,
  results: ResultFile,
  cwd: string,
  { page = preparePage(), comparison }: { page?: Promise<FillPage> | undefined; comparison?: Comparison } = {},
): Promise<void> {
  const tails = results.runs.map(({ log }) => (log === null ? [] : readLogTail(path.resolve(cwd, log), LOG_LINES)));
  const [fill, ...logTails] = await Promise.all([page, ...tails]);
  const runs = results.runs.map((run, i) => ({ run, logTail: logTails[i] }));
  const { platform, startedAt } = results;
  const root = path.join(path.resolve(cwd), path.sep);
  const compared = comparison === undefined ? null : pageComparison(comparison);
  await writeWhole(file, fill(embed({ platform, startedAt, comparison: compared, root, runs })));
}
