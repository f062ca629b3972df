import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { renderJUnit } from '../report/ci/junit.ts';
import { renderMarkdown } from '../report/ci/markdown.ts';
import { locate } from '../report/ci/places.ts';
import { renderSarif } from '../report/ci/sarif.ts';
import { writeReport } from '../report/html/write-report.ts';
import { mergeResultFiles, parseResultFile } from '../report/read-results.ts';
import { writeWhole } from '../report/write-whole.ts';
import type { ResultFile } from '../run/result.ts';
import { RequestError } from '../scenario/errors.ts';
import { checkWritable } from './output.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

interface ReportFlags {
  html?: string;
  junit?: string;
  sarif?: string;
  markdown?: string;
}

async function read(file: string, cwd: string): Promise<ResultFile> {
  let text: string;
  try {
    text = await readFile(path.resolve(cwd, file), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR') {
      throw new RequestError(
        `${file} is a folder; name a file of results, as ${path.posix.join(file, 'results.json')}`,
      );
    }
    throw new RequestError(`${file} cannot be read (${code}); steadyheap run writes reports/results.json`);
  }
  const parsed = parseResultFile(text);
  if (typeof parsed === 'string') throw new RequestError(`${file} ${parsed}`);
  return parsed;
}

async function makeReports(files: readonly string[], flags: ReportFlags, { cwd, env, stdout }: World): Promise<number> {
  const [first, ...rest] = await Promise.all(
    (files.length === 0 ? ['reports/results.json'] : files).map((file) => read(file, cwd)),
  );
  const results = mergeResultFiles(first, rest);
  const { html, junit, sarif, markdown } = flags;
  const none = [html, junit, sarif, markdown].every((each) => each === undefined);
  const writers: [file: string | undefined, write: (file: string) => Promise<void>][] = [
    [none ? 'reports/report.html' : html, (file) => writeReport(file, results, cwd)],
    [junit, (file) => writeWhole(file, renderJUnit(results))],
    [markdown, (file) => writeWhole(file, renderMarkdown(results.runs))],
    [
      sarif,
      async (file) => writeWhole(file, renderSarif(await locate(results, cwd, env.GITHUB_WORKSPACE ?? cwd), version())),
    ],
  ];
  const wanted = writers.flatMap(([file, write]) =>
    file === undefined ? [] : [{ file: path.resolve(cwd, file), write }],
  );
  for (const { file } of wanted) await checkWritable(file);
  for (const { file, write } of wanted) {
    await write(file);
    stdout.write(`${path.relative(cwd, file)}\n`);
  }
  return 0;
}

/** `steadyheap report`. */
export function reportCommand(world: World, onExitCode: (code: number) => void): Command {
  return new Command('report')
    .description('make reports of what was measured')
    .argument('[results...]', 'result files, shown as one; reports/results.json by default')
    .option('--html <file>', 'one HTML file for people; reports/report.html when nothing else is asked for')
    .option('--junit <file>', 'JUnit XML, for CI servers')
    .option('--sarif <file>', 'SARIF 2.1.0, for code scanning')
    .option('--markdown <file>', 'a summary in Markdown')
    .action(async (files: string[], flags: ReportFlags) => onExitCode(await makeReports(files, flags, world)));
}
