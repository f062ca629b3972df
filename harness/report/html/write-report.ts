import path from 'node:path';
import type { ResultFile } from '../../run/result.ts';
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
 * @param page Of `preparePage`, when it was called before the results were there.
 */
export async function writeReport(
  file: string,
  results: ResultFile,
  cwd: string,
  page: Promise<FillPage> = preparePage(),
): Promise<void> {
  const tails = results.runs.map(({ log }) => (log === null ? [] : readLogTail(path.resolve(cwd, log), LOG_LINES)));
  const [fill, ...logTails] = await Promise.all([page, ...tails]);
  const runs = results.runs.map((run, i) => ({ run, logTail: logTails[i] }));
  const { platform, startedAt } = results;
  await writeWhole(file, fill(embed({ platform, startedAt, root: path.join(path.resolve(cwd), path.sep), runs })));
}
