import path from 'node:path';
import type { ResultFile } from '../run/result.ts';
import { annotate, summarise } from './ci/github.ts';
import type { FillPage } from './html/prepare-page.ts';
import { writeReport } from './html/write-report.ts';
import type { LeftFile } from './result-file.ts';

/** Where reports go, and what tells that a CI waits for them. */
export interface ReportPlaces {
  /** The folder that gets report.html. */
  out: string;
  /** The folder the runs were started in. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  stdout: NodeJS.WritableStream;
  /** The page, when it has been prepared while the runs went on. */
  page?: Promise<FillPage> | undefined;
}

/**
 * Leaves everything that is made of results for people: report.html, and in GitHub Actions the annotations and the summary.
 * Each is left whatever becomes of the others, and a line on `stdout` tells why one for GitHub is missing. Returns the
 * path of the report, or why there is none: a verdict does not depend on it.
 */
export async function leaveReports(
  results: ResultFile,
  { out, cwd, env, stdout, page }: ReportPlaces,
): Promise<LeftFile> {
  const told: [what: string, tell: Promise<void>][] = [
    ['The annotations', annotate(results, { env, cwd, stdout })],
    ['The summary for GitHub', summarise(results, env)],
  ];
  const answers = await Promise.allSettled(told.map(([, tell]) => tell));
  for (const [i, answer] of answers.entries()) {
    if (answer.status === 'rejected') {
      stdout.write(`${told[i]?.[0]} could not be written: ${(answer.reason as Error).message}\n`);
    }
  }
  try {
    const file = path.join(out, 'report.html');
    await writeReport(file, results, cwd, { page });
    return { file: path.relative(cwd, file) };
  } catch (error) {
    return { missing: (error as Error).message };
  }
}
