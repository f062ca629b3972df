import path from 'node:path';
import { Command, Option } from 'commander';
import { baselineFile, readBaseline } from '../compare/baseline/file.ts';
import { heldAgainstBaseline, improvements } from '../compare/baseline/hold-runs.ts';
import { colorsFor } from '../report/colors.ts';
import { preparePage } from '../report/html/prepare-page.ts';
import { leaveReports } from '../report/leave-reports.ts';
import { LiveReport } from '../report/live.ts';
import { disagreements, renderRepetitions } from '../report/repetitions.ts';
import { resultFile, writeResultFile } from '../report/result-file.ts';
import { exitCodeOf, renderSummary } from '../report/summary.ts';
import { renderTable } from '../report/table.ts';
import { widthOf } from '../report/width.ts';
import { type DescribedScenario, describeScenario } from '../run/describe-scenario.ts';
import { logFileOf } from '../run/log-file.ts';
import type { RunResult } from '../run/result.ts';
import type { RunRequest } from '../run/run.ts';
import { Runner } from '../run/runner.ts';
import { findScenarios } from '../scenario/discover.ts';
import { RequestError } from '../scenario/errors.ts';
import { atLeastOne, collect, wholeNumber } from './arguments.ts';
import { nodeBinaries } from './nodes.ts';
import { checkWritable } from './output.ts';
import { updateBaseline } from './update-baseline.ts';
import { versionRequests } from './version-requests.ts';
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

/** A package asked for on the command line. Throws a RequestError when the version is missing. */
export function parsePackage(spec: string): { name: string; version: string } {
  // The first @ that is not that of a scope: a version may hold more of them, as in my-package@.@main.
  const at = spec.indexOf('@', 1);
  if (at === -1 || at === spec.length - 1) {
    throw new RequestError(`--package ${spec} names no version; write NAME@VERSION, such as lru-cache@7.8.0`);
  }
  return { name: spec.slice(0, at), version: spec.slice(at + 1) };
}

function chosen(scenarios: readonly DescribedScenario[], live: LiveReport): DescribedScenario[] {
  const only = scenarios.filter(({ fields }) => fields.only !== undefined);
  for (const { name, fields } of only) live.line(`only ${name}: ${fields.only}`);
  const rest = only.length > 0 ? only : scenarios;
  for (const { name, fields } of rest) if (fields.skip !== undefined) live.line(`skipped ${name}: ${fields.skip}`);
  return rest.filter(({ fields }) => fields.skip === undefined);
}

async function runAll(words: readonly string[], flags: RunFlags, world: World): Promise<number> {
  const startedAt = new Date();
  const { cwd, signal } = world;
  const asked = flags.package.map(parsePackage);
  const files = await findScenarios(words, cwd, cwd);
  const described = await Promise.all(files.map(describeScenario));
  for (const { name } of asked) {
    if (!described.some(({ fields }) => fields.package === name)) {
      throw new RequestError(`--package ${name}: none of the scenarios asked for is of that package`);
    }
  }
  const colors = colorsFor(world.stdout, world.env);
  const width = widthOf(world.stdout);
  const live = new LiveReport(world.stderr, colorsFor(world.stderr, world.env));
  const scenarios = chosen(described, live);
  const options = { root: cwd, cwd, signal, onProgress: (line: string) => live.line(line) };
  const nodes = await nodeBinaries(flags.node, options);
  const mode = flags.jit ? 'jit' : 'exact';
  const iterations = flags.iterations === undefined ? {} : { iterations: flags.iterations };
  const once: RunRequest[] = [];
  for (const scenario of scenarios) {
    const wanted = asked.filter(({ name }) => name === scenario.fields.package).map(({ version }) => version);
    for (const version of await versionRequests(scenario, wanted, options)) {
      once.push(...nodes.map((node) => ({ scenario, ...version, mode, node, ...iterations }) as const));
    }
  }
  // One round after the other, so that what disturbs one moment does not disturb all repetitions of one scenario.
  const requests = Array.from({ length: flags.repeat }, () => once).flat();
  live.expect(requests.length);
  const resultsFile = path.resolve(cwd, flags.json ?? path.join(flags.out, 'results.json'));
  await checkWritable(resultsFile);
  const former = readBaseline(baselineFile(cwd));
  if (flags.updateBaseline) await checkWritable(baselineFile(cwd));
  // What is to be the next baseline is not held against the last one.
  const baseline = flags.updateBaseline ? null : former;
  const runner = new Runner(cwd);
  const results: RunResult[] = [];
  let page: ReturnType<typeof preparePage> | undefined;
  try {
    const running = requests.map(async (request, i) => {
      const title = request.version === null ? request.scenario.name : `${request.scenario.name} · ${request.version}`;
      const log = logFileOf(path.resolve(cwd, flags.out), request, i);
      const measured = await runner.run(request, {
        log,
        signal,
        onProgress: (progress) => live.progress(String(i), { title, ...progress }),
      });
      const result = heldAgainstBaseline(measured, baseline);
      results[i] = result;
      live.ended(String(i), result);
    });
    // While the subjects are at work this process has nothing to do.
    page = preparePage();
    const failed = (await Promise.allSettled(running)).find((each) => each.status === 'rejected');
    // What has been measured is kept, whatever happened to the rest; without anything the file of an earlier run stays.
    const measured = results.filter(Boolean);
    if (measured.length > 0) await writeResultFile(resultsFile, resultFile(measured, startedAt, cwd));
    if (failed !== undefined) {
      live.stop();
      if (measured.length > 0) world.stdout.write(`${renderTable(measured, colors, width)}\n`);
      throw failed.reason;
    }
  } finally {
    live.stop();
    await runner.close();
  }
  if (results.length === 0) return 0;
  const wallMs = Date.now() - startedAt.getTime();
  const out = path.resolve(cwd, flags.out);
  const report = await leaveReports(resultFile(results, startedAt, cwd), { ...world, out, page });
  const summary = { wallMs, results: path.relative(cwd, resultsFile), report, width, colors };
  world.stdout.write(`${renderSummary(results, summary)}\n`);
  const better = improvements(results);
  if (better.length > 0) world.stdout.write(`\n${better.join('\n')}\n`);
  if (flags.updateBaseline) {
    const whole = words.length === 0 && asked.length === 0;
    const { runs } = resultFile(results, startedAt, cwd);
    world.stdout.write(`\n${updateBaseline({ former, runs, whole, cwd }).join('\n')}\n`);
  }
  if (flags.repeat > 1) world.stdout.write(`\n${renderRepetitions(results)}\n`);
  return Math.max(exitCodeOf(results), disagreements(results).length > 0 ? 1 : 0);
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
