import path from 'node:path';
import { Command, Option } from 'commander';
import { baselineFile, readBaseline } from '../compare/baseline/file.ts';
import { heldAgainstBaseline, improvements, withoutEntry } from '../compare/baseline/hold-runs.ts';
import { colorsFor } from '../report/colors.ts';
import { type FillPage, preparePage } from '../report/html/prepare-page.ts';
import { leaveReports } from '../report/leave-reports.ts';
import { LiveReport } from '../report/live.ts';
import { disagreements, renderRepetitions } from '../report/repetitions.ts';
import { type LeftFile, leaveResultFile, resultFile } from '../report/result-file.ts';
import { exitCodeOf, renderSummary } from '../report/summary.ts';
import { renderTable } from '../report/table.ts';
import { widthOf } from '../report/width.ts';
import type { ResultFile } from '../run/result.ts';
import type { RunRequest } from '../run/run.ts';
import { shown } from '../verdict/shown.ts';
import { atLeastOne, collect, wholeNumber } from './arguments.ts';
import { measuring } from './measuring.ts';
import { checkOut, checkWritable, writtenState } from './output.ts';
import { runRequests } from './run-requests.ts';
import { updateBaseline } from './update-baseline.ts';
import type { World } from './world.ts';

interface RunFlags {
  package: string[];
  iterations?: number;
  node: string[];
  jit?: true;
  repeat: number;
  out: string;
  json?: string;
  updateBaseline?: true;
}

interface Measured {
  results: ResultFile;
  /** The result file. */
  left: LeftFile;
  page: Promise<FillPage>;
  /** What the first request that could not be carried out was rejected with; null when all were carried out. */
  failed: { reason: unknown } | null;
  /** Whether another process has written the result file in the meantime. */
  replaced: boolean;
}

/**
 * Measures everything and writes the result file. What has been measured is kept, whatever happened to the rest; without
 * anything the file of an earlier run stays.
 */
async function measureAll(
  requests: readonly RunRequest[],
  { measure, close }: ReturnType<typeof measuring>,
  file: string,
  { startedAt, cwd }: { startedAt: Date; cwd: string },
): Promise<Measured> {
  const before = await writtenState(file);
  try {
    const running = requests.map(measure);
    // While the subjects are at work this process has nothing to do.
    const page = preparePage();
    const settled = await Promise.allSettled(running);
    const runs = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const results = resultFile(runs, startedAt, cwd);
    const after = await writtenState(file);
    const replaced = after !== null && after !== before;
    const shownAs = path.relative(cwd, file);
    const left = runs.length > 0 ? await leaveResultFile(file, results, shownAs) : { file: shownAs };
    const failed = settled.find((each) => each.status === 'rejected');
    return { results, left, page, failed: failed === undefined ? null : { reason: failed.reason }, replaced };
  } finally {
    await close();
  }
}

/** Leaves the reports of what was measured, and shows it. */
async function show({ results, left, page, replaced }: Measured, out: string, startedAt: Date, world: World) {
  const { stdout, env } = world;
  const wallMs = Date.now() - startedAt.getTime();
  const report = await leaveReports(results, { ...world, out, page });
  const look = { colors: colorsFor(stdout, env), width: widthOf(stdout) };
  const summary = { wallMs, results: left, report, ...look };
  stdout.write(`${renderSummary(results.runs, summary)}\n`);
  if (replaced && 'file' in left) {
    stdout.write(
      `\nAnother run has written ${left.file} meanwhile, which was replaced: runs at one time need a folder each, with --out\n`,
    );
  }
}

async function runAll(words: readonly string[], flags: RunFlags, world: World): Promise<number> {
  const startedAt = new Date();
  const { cwd, stdout } = world;
  const { package: packages, node: nodes, iterations } = flags;
  const mode = flags.jit ? 'jit' : 'exact';
  const live = new LiveReport(world.stderr, colorsFor(world.stderr, world.env));
  const once = await runRequests({ words, packages, nodes, mode, iterations }, world, live);
  // One round after the other, so that what disturbs one moment does not disturb all repetitions of one scenario.
  const requests = Array.from({ length: flags.repeat }, () => once).flat();
  live.expect(requests.length);
  const out = path.resolve(cwd, flags.out);
  const file = path.resolve(cwd, flags.json ?? path.join(flags.out, 'results.json'));
  await checkOut(out);
  for (const each of [file, path.join(out, 'report.html')]) await checkWritable(each);
  const former = readBaseline(baselineFile(cwd));
  if (flags.updateBaseline) await checkWritable(baselineFile(cwd));
  // What is to be the next baseline is not held against the last one.
  const baseline = flags.updateBaseline ? null : former;
  const measurer = measuring(world, live, out, (run) => heldAgainstBaseline(run, baseline));
  const measured = await measureAll(requests, measurer, file, { startedAt, cwd });
  const { runs } = measured.results;
  if (measured.failed !== null) {
    if (runs.length > 0) stdout.write(`${renderTable(runs, colorsFor(stdout, world.env), widthOf(stdout))}\n`);
    throw measured.failed.reason;
  }
  if (runs.length === 0) return 0;
  await show(measured, out, startedAt, world);
  const held = [...improvements(runs), ...withoutEntry(runs, baseline)];
  if (held.length > 0) stdout.write(`\n${held.map(shown).join('\n')}\n`);
  if (flags.updateBaseline) {
    const whole = words.length === 0 && packages.length === 0;
    stdout.write(`\n${updateBaseline({ former, runs, whole, cwd }).map(shown).join('\n')}\n`);
  }
  if (flags.repeat > 1) stdout.write(`\n${renderRepetitions(runs)}\n`);
  return Math.max(exitCodeOf(runs), disagreements(runs).length > 0 ? 1 : 0, 'missing' in measured.left ? 3 : 0);
}

/** `steadyheap run`. */
export function runCommand(world: World, onExitCode: (code: number) => void): Command {
  return new Command('run')
    .description('measure scenarios without Vitest')
    .argument('[scenarios...]', 'files, or parts of the names of files in scenarios/; all of them by default')
    .option(
      '--package <name@version>',
      'run this version instead of those the scenario names (repeatable)',
      collect,
      [],
    )
    .option('--iterations <n>', 'measured iterations, instead of the scenario’s own', wholeNumber)
    .option('--node <versions>', 'run on these versions of Node, such as 22,24', collect, [])
    .option('--repeat <n>', 'run everything this often, and tell whether the answers agree', atLeastOne, 1)
    .option('--jit', 'run with V8’s compilers on, and judge by the census of objects')
    .addOption(
      new Option('--update-baseline', 'accept the growth measured: write reports/baseline.json').conflicts('jit'),
    )
    .option('--out <dir>', 'folder for results.json, report.html and the logs', 'reports')
    .addOption(new Option('--json <file>', 'write the results to this file instead'))
    .action(async (words: string[], flags: RunFlags) => onExitCode(await runAll(words, flags, world)));
}
