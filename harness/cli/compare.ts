import path from 'node:path';
import { Command, Option } from 'commander';
import { checkRules } from '../compare/check-rules.ts';
import { type ComparedColumn, compare, exitCodeOf } from '../compare/compare.ts';
import { parseRule, type Rule } from '../compare/rules.ts';
import { runColumns } from '../compare/run-columns.ts';
import { type PrepareOptions, preparePackage } from '../packages/index.ts';
import { colorsFor } from '../report/colors.ts';
import { renderComparison } from '../report/comparison-text.ts';
import { LiveReport } from '../report/live.ts';
import type { DescribedScenario } from '../run/describe-scenario.ts';
import type { RunRequest } from '../run/run.ts';
import { RequestError } from '../scenario/errors.ts';
import { atLeastOne, collect, wholeNumber } from './arguments.ts';
import { leaveComparison } from './leave-comparison.ts';
import { measuring } from './measuring.ts';
import { nodeBinaries } from './nodes.ts';
import { checkOut, clearOutputs } from './output.ts';
import { theScenario } from './the-scenario.ts';
import { type AskedVersion, askedAgain, versionRequests, versionsAsked } from './version-requests.ts';
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

/** What one column is to be. */
interface Wanted {
  written: string | null;
  request: RunRequest;
}

/** Refuses what can be seen to be wrong before anything is installed. */
function check(scenario: DescribedScenario, written: readonly string[], rules: readonly Rule[], flags: CompareFlags) {
  checkRules(rules, { gauges: scenario.fields.gauges, rounds: flags.rounds });
  if (versionsAsked(scenario, written).length * Math.max(1, flags.node.length) < 2) {
    throw new RequestError('a comparison needs two columns: give two versions, or two versions of Node with --node');
  }
}

/** Installs every version before the first is measured: one that cannot be had is told at once. */
async function installAll({ fields }: DescribedScenario, versions: readonly AskedVersion[], options: PrepareOptions) {
  for (const { request } of versions) {
    const { version, ...from } = request;
    if (fields.package !== undefined && version !== null) {
      await preparePackage({ name: fields.package, version, ...from }, options);
    }
  }
}

/** The columns of a comparison, installed. */
async function columnsOf(
  scenario: DescribedScenario,
  written: readonly string[],
  flags: CompareFlags,
  options: PrepareOptions & { cwd: string; signal: AbortSignal; onProgress: (line: string) => void },
) {
  const nodes = await nodeBinaries(flags.node, options);
  const versions = await versionRequests(scenario, written, options);
  for (const sentence of askedAgain(versions)) options.onProgress(sentence);
  await installAll(scenario, versions, options);
  const iterations = flags.iterations === undefined ? {} : { iterations: flags.iterations };
  const mode = flags.jit ? 'jit' : 'exact';
  return versions.flatMap(({ written, request }) =>
    nodes.map((node): Wanted => ({ written, request: { scenario, ...request, mode, node, ...iterations } })),
  );
}

async function runCompare(word: string, written: readonly string[], flags: CompareFlags, world: World) {
  const startedAt = new Date();
  const { cwd, signal, stdout, stderr } = world;
  const rules = (flags.failOn.length === 0 ? ['worse'] : flags.failOn).map(parseRule);
  const live = new LiveReport(stderr, colorsFor(stderr, world.env));
  const options = { root: cwd, cwd, signal, onProgress: (line: string) => live.line(line) };
  const scenario = await theScenario(word, cwd);
  check(scenario, written, rules, flags);
  const out = path.resolve(cwd, flags.out);
  const files = {
    json: path.resolve(cwd, flags.json ?? path.join(out, 'comparison.json')),
    html: path.join(out, 'comparison.html'),
    markdown: flags.markdown === undefined ? null : path.resolve(cwd, flags.markdown),
  };
  await checkOut(out);
  await clearOutputs(Object.values(files).filter((file) => file !== null));
  const wanted = await columnsOf(scenario, written, flags, options);
  live.expect(wanted.length * flags.rounds);
  const { measure, close } = measuring(world, live, out);
  const requests = wanted.map(({ request }) => request);
  const { rounds, failed } = await runColumns(requests, flags.rounds, measure).finally(close);
  const columns = rounds.flatMap(([first, ...more], i): ComparedColumn[] =>
    first === undefined ? [] : [{ written: wanted[i]?.written ?? null, rounds: [first, ...more] }],
  );
  if (columns.length === 0) throw failed?.reason;
  const comparison = compare({
    columns,
    rules,
    incomplete: failed === null ? null : ((signal.aborted ? signal.reason : failed.reason) as Error).message,
    file: path.relative(cwd, scenario.file).split(path.sep).join('/'),
    startedAt,
    wallMs: Date.now() - startedAt.getTime(),
  });
  // Printed before it is written: what was measured is shown even when the disk is full.
  stdout.write(`${renderComparison(comparison, colorsFor(stdout, world.env))}\n`);
  const left = await leaveComparison(comparison, files, world);
  if (failed !== null) throw failed.reason;
  return left ? exitCodeOf(comparison) : 3;
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
    .addHelpText(
      'after',
      '\nExit codes: 0 no rule is broken, 1 one is, 2 the request was wrong, 3 a version came to no verdict or could not be run, 130 interrupted.',
    )
    .action(async (word: string, versions: string[], flags: CompareFlags) =>
      onExitCode(await runCompare(word, versions, flags, world)),
    );
}
