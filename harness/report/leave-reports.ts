import path from 'node:path';
import type { ResultFile } from '../run/result.ts';
import { tellGitHub } from './ci/github.ts';
import type { FillPage } from './html/prepare-page.ts';
import { writeReport } from './html/write-report.ts';

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

/** Where the report is, or why there is none. */
export type LeftReport = { file: string } | { missing: string };

/**
 * Leaves everything that is made of results for people: report.html, and in GitHub Actions the annotations and the summary.
 * Returns the path of the report, or why there is none: a verdict does not depend on it.
 */
export async function leaveReports(
  results: ResultFile,
  { out, cwd, env, stdout, page }: ReportPlaces,
): Promise<LeftReport> {
  try {
    await tellGitHub(results, { env, cwd, stdout });
    const file = path.join(out, 'report.html');
    await writeReport(file, results, cwd, { page });
    return { file: path.relative(cwd, file) };
  } catch (error) {
    return { missing: (error as Error).message };
  }
}
