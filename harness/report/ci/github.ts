import { appendFile } from 'node:fs/promises';
import type { ResultFile } from '../../run/result.ts';
import { renderAnnotations } from './annotations.ts';
import { renderMarkdown } from './markdown.ts';
import { locate } from './places.ts';

/** What GitHub Actions shows of results, and how it is told. */
interface Job {
  env: NodeJS.ProcessEnv;
  cwd: string;
  stdout: NodeJS.WritableStream;
}

/** Where GitHub Actions runs the process: writes what failed as annotations to the log. Elsewhere it does nothing. */
export async function annotate(results: ResultFile, { env, cwd, stdout }: Job): Promise<void> {
  if (env.GITHUB_ACTIONS !== 'true') return;
  stdout.write(renderAnnotations(await locate(results, cwd, env.GITHUB_WORKSPACE ?? cwd)));
}

/** Where GitHub Actions runs the process: adds the summary to the job's page. Elsewhere it does nothing. */
export async function summarise(results: ResultFile, env: NodeJS.ProcessEnv): Promise<void> {
  if (env.GITHUB_STEP_SUMMARY) await appendFile(env.GITHUB_STEP_SUMMARY, renderMarkdown(results.runs));
}
