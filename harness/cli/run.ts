import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { colorsFor } from '../report/colors.ts';
import { LiveReport } from '../report/live.ts';
import { disagreements, renderRepetitions } from '../report/repetitions.ts';
import { resultFile, writeResultFile } from '../report/result-file.ts';
import { exitCodeOf, renderSummary } from '../report/summary.ts';
import { renderTable } from '../report/table.ts';
import { type DescribedScenario, describeScenario } from '../run/describe-scenario.ts';
import { logFileOf } from '../run/log-file.ts';
import { nodeBinary } from '../run/node-binary.ts';
import type { RunResult } from '../run/result.ts';
import type { RunRequest } from '../run/run.ts';
import { Runner } from '../run/runner.ts';
import { findScenarios } from '../scenario/discover.ts';
import { RequestError } from '../scenario/errors.ts';
import type { World } from './world.ts';

interface RunFlags {
  package: string[];
  iterations?: number;
  node: string[];
  jit?: true;
  repeat: number;
  out: string;
  json?: string;
}

function atLeastOne(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('it is a whole number of at least 1.');
  return value;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 8) {
    throw new InvalidArgumentError('it is a whole number of at least 8, so that growth can be told from chance.');
  }
  return value;
}

const collect = (value: string, before: string[]) => [...before, ...value.split(',').filter(Boolean)];

/** A package asked for on the command line. Throws a RequestError when the version is missing. */
export function parsePackage(spec: string): { name: string; version: string } {
  const at = spec.lastIndexOf('@');
  if (at <= 0 || at === spec.length - 1) {
    throw new RequestError(`--package ${spec} names no version; write NAME@VERSION, such as lru-cache@7.8.0`);
  }
  return { name: spec.slice(0, at), version: spec.slice(at + 1) };
}

function versionsOf(
  scenario: DescribedScenario,
  asked: readonly { name: string; version: string }[],
): (string | null)[] {
  const { package: name, versions } = scenario.fields;
  if (name === undefined) return [null];
  const wanted = asked.filter((each) => each.name === name).map(({ version }) => version);
  return wanted.length > 0 ? wanted : (versions ?? []);
}

/** Refuses a place that cannot be written to before anything is measured. */
function checkWritable(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new RequestError(
      `${folder} cannot be written to (${(error as NodeJS.ErrnoException).code}); give another --out or --json`,
    );
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new RequestError(`${file} is a folder; --json takes the name of a file`);
  }
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
  const live = new LiveReport(world.stderr, colorsFor(world.stderr, world.env));
  const scenarios = chosen(described, live);
  const nodes: string[] = [];
  for (const version of flags.node.length === 0 ? [null] : flags.node) {
    nodes.push(await nodeBinary(version, { root: cwd, signal, onProgress: (line) => live.line(line) }));
  }
  const mode = flags.jit ? 'jit' : 'exact';
  const once = scenarios.flatMap((scenario) =>
    versionsOf(scenario, asked).flatMap((version) =>
      nodes.map((node): RunRequest => {
        const iterations = flags.iterations === undefined ? {} : { iterations: flags.iterations };
        return { scenario, version, mode, node, ...iterations };
      }),
    ),
  );
  // One round after the other, so that what disturbs one moment does not disturb all repetitions of one scenario.
  const requests = Array.from({ length: flags.repeat }, () => once).flat();
  live.expect(requests.length);
  const resultsFile = path.resolve(cwd, flags.json ?? path.join(flags.out, 'results.json'));
  checkWritable(path.dirname(resultsFile), resultsFile);
  const runner = new Runner(cwd);
  const results: RunResult[] = [];
  try {
    const running = requests.map(async (request, i) => {
      const title = request.version === null ? request.scenario.name : `${request.scenario.name} · ${request.version}`;
      const log = logFileOf(path.resolve(cwd, flags.out), request, i);
      const result = await runner.run(request, {
        log,
        signal,
        onProgress: (progress) => live.progress(String(i), { title, ...progress }),
      });
      results[i] = result;
      live.ended(String(i), result);
    });
    const failed = (await Promise.allSettled(running)).find((each) => each.status === 'rejected');
    // What has been measured is kept, whatever happened to the rest; without anything the file of an earlier run stays.
    const measured = results.filter(Boolean);
    if (measured.length > 0) await writeResultFile(resultsFile, resultFile(measured, startedAt, cwd));
    if (failed !== undefined) {
      live.stop();
      if (measured.length > 0) world.stdout.write(`${renderTable(measured, colors)}\n`);
      throw failed.reason;
    }
  } finally {
    live.stop();
    await runner.close();
  }
  const wallMs = Date.now() - startedAt.getTime();
  world.stdout.write(`${renderSummary(results, { wallMs, results: path.relative(cwd, resultsFile), colors })}\n`);
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
    .option('--out <dir>', 'folder for results.json and the logs', 'reports')
    .addOption(new Option('--json <file>', 'write the results to this file instead'))
    .action(async (words: string[], flags: RunFlags) => onExitCode(await runAll(words, flags, world)));
}
