import path from 'node:path';
import { Command, Option } from 'commander';
import { compare, exitCodeOf } from '../compare/compare.ts';
import { parseRule } from '../compare/rules.ts';
import { runColumns } from '../compare/run-columns.ts';
import { type PrepareOptions, preparePackage } from '../packages/index.ts';
import { colorsFor } from '../report/colors.ts';
import { renderMarkdown } from '../report/comparison-markdown.ts';
import { renderComparison } from '../report/comparison-text.ts';
import { writeReport } from '../report/html/write-report.ts';
import { LiveReport } from '../report/live.ts';
import { writeWhole } from '../report/write-whole.ts';
import type { DescribedScenario } from '../run/describe-scenario.ts';
import type { RunRequest } from '../run/run.ts';
import { RequestError } from '../scenario/errors.ts';
import { atLeastOne, collect, wholeNumber } from './arguments.ts';
import { measuring } from './measuring.ts';
import { nodeBinaries } from './nodes.ts';
import { checkWritable } from './output.ts';
import { theScenario } from './the-scenario.ts';
import { type VersionRequest, versionRequests } from './version-requests.ts';
import type { World } from './world.ts';

interface CompareFlags {
  node: string[];
  rounds: number;
  iterations?: number;
  jit?: true;
  failOn: string[];
  out: string;
  json?: string;
  markdown?: string;
}

/** Installs every version before the first is measured: one that cannot be had is told at once. */
async function installAll({ fields }: DescribedScenario, versions: readonly VersionRequest[], options: PrepareOptions) {
  for (const { version, ...from } of versions) {
    if (fields.package !== undefined && version !== null) {
      await preparePackage({ name: fields.package, version, ...from }, options);
    }
  }
}

async function runCompare(word: string, written: readonly string[], flags: CompareFlags, world: World) {
  const startedAt = new Date();
  const { cwd, signal } = world;
  const rules = (flags.failOn.length === 0 ? ['worse'] : flags.failOn).map(parseRule);
  const live = new LiveReport(world.stderr, colorsFor(world.stderr, world.env));
  const options = { root: cwd, cwd, signal, onProgress: (line: string) => live.line(line) };
  const scenario = await theScenario(word, cwd);
  const versions = await versionRequests(scenario, written, options);
  await installAll(scenario, versions, options);
  const nodes = await nodeBinaries(flags.node, options);
  const columns = versions.flatMap((version) =>
    nodes.map((node): RunRequest => {
      const iterations = flags.iterations === undefined ? {} : { iterations: flags.iterations };
      return { scenario, ...version, mode: flags.jit ? 'jit' : 'exact', node, ...iterations };
    }),
  );
  if (columns.length < 2) {
    throw new RequestError('a comparison needs two columns: give two versions, or two versions of Node with --node');
  }
  const json = path.resolve(cwd, flags.json ?? path.join(flags.out, 'comparison.json'));
  const markdown = flags.markdown === undefined ? null : path.resolve(cwd, flags.markdown);
  for (const file of [json, markdown]) if (file !== null) await checkWritable(file);
  live.expect(columns.length * flags.rounds);
  const { measure, close } = measuring(world, live, path.resolve(cwd, flags.out));
  const rounds = await runColumns(columns, flags.rounds, measure).finally(close);
  const comparison = compare({
    columns: rounds,
    rules,
    file: path.relative(cwd, scenario.file).split(path.sep).join('/'),
    startedAt,
    wallMs: Date.now() - startedAt.getTime(),
  });
  await writeWhole(json, `${JSON.stringify(comparison, null, 2)}\n`);
  if (markdown !== null) await writeWhole(markdown, renderMarkdown(comparison));
  const html = path.resolve(cwd, flags.out, 'comparison.html');
  const { schema, platform } = comparison;
  const { version: node, versions: parts } = process;
  const results = { schema, node, v8: parts.v8, platform, startedAt: comparison.startedAt, runs: rounds.flat() };
  await writeReport(html, results, cwd);
  const places = [json, markdown, html].flatMap((file) => (file === null ? [] : path.relative(cwd, file)));
  world.stdout.write(`${renderComparison(comparison, colorsFor(world.stdout, world.env))}\n`);
  world.stdout.write(`Written: ${places.join(', ')}\n`);
  return exitCodeOf(comparison);
}

/** `steadyheap compare`. */
export function compareCommand(world: World, onExitCode: (code: number) => void): Command {
  return new Command('compare')
    .description('measure one scenario on several versions, side by side')
    .argument('<scenario>', 'a file, or a part of the name of one in scenarios/')
    .argument(
      '[versions...]',
      'versions of its package: 1.2.3, ^1.2, latest, workspace, a tarball, a folder, or FOLDER@REF of a git repository; those the scenario names by default',
    )
    .option('--node <versions>', 'on these versions of Node, such as 22,24', collect, [])
    .option('--rounds <n>', 'run each version this often, interleaved', atLeastOne, 1)
    .option('--iterations <n>', 'measured iterations, instead of the scenario’s own', wholeNumber)
    .option('--jit', 'run with V8’s compilers on, and judge by the census of objects')
    .option(
      '--fail-on <rules>',
      'what makes it fail, the last version against the first: worse (the default), new-class, heap>10%, objects>0, ...',
      collect,
      [],
    )
    .option('--out <dir>', 'folder for comparison.json, comparison.html and the logs', 'reports')
    .addOption(new Option('--json <file>', 'write the comparison to this file instead'))
    .addOption(new Option('--markdown <file>', 'write it as Markdown too, for a pull request'))
    .action(async (word: string, versions: string[], flags: CompareFlags) =>
      onExitCode(await runCompare(word, versions, flags, world)),
    );
}
