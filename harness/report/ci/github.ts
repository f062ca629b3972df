import { appendFile } from 'node:fs/promises';
import type { ResultFile } from '../../run/result.ts';
import { renderAnnotations } from './annotations.ts';
import { renderMarkdown } from './markdown.ts';
import { locate } from './places.ts';

/**
 * Where GitHub Actions runs the process: writes what failed as annotations to the log, and the summary to the job's page.
 * Elsewhere it does nothing.
 */
export async function tellGitHub(
  results: ResultFile,
  { env, cwd, stdout }: { env: NodeJS.ProcessEnv; cwd: string; stdout: NodeJS.WritableStream },
): Promise<void> {
  if (env.GITHUB_ACTIONS === 'true') {
    stdout.write(renderAnnotations(await locate(results, cwd, env.GITHUB_WORKSPACE ?? cwd)));
  }
  if (env.GITHUB_STEP_SUMMARY) await appendFile(env.GITHUB_STEP_SUMMARY, renderMarkdown(results.runs));
}
