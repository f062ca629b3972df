import path from 'node:path';
import { Command, Option } from 'commander';
import { bisect, type Finding, givenUp, type Tried } from '../compare/bisect/bisect.ts';
import type { Bisection, Step } from '../compare/bisect/bisection.ts';
import { exitCodeOf } from '../compare/bisect/exit-code.ts';
import { versionsBetween } from '../compare/bisect/versions-between.ts';
import {
  commitsBetween,
  InstallError,
  isOnDisk,
  PackageError,
  parseRepositoryRef,
  preparePackage,
  versionsOf,
} from '../packages/index.ts';
import { colorsFor } from '../report/colors.ts';
import { renderBisection } from '../report/comparison-bisection.ts';
import { LiveReport } from '../report/live.ts';
import { writeWhole } from '../report/write-whole.ts';
import { RequestError } from '../scenario/errors.ts';
import { collect, wholeNumber } from './arguments.ts';
import { measuring } from './measuring.ts';
import { nodeBinaries } from './nodes.ts';
import { checkOut, clearOutputs, leaveOutputs } from './output.ts';
import { theScenario } from './the-scenario.ts';
import { type VersionRequest, versionRequest } from './version-requests.ts';
import type { World } from './world.ts';

interface BisectFlags {
  node: string[];
  iterations?: number;
  jit?: true;
  out: string;
  json?: string;
}

type Options = Parameters<typeof versionRequest>[2];

interface Candidates {
  kind: Bisection['kind'];
  labels: string[];
  request(candidate: number): Promise<VersionRequest>;
}

/** What lies between two ends: commits of a repository, or published versions. */
async function candidatesOf(name: string, ends: readonly [string, string], options: Options): Promise<Candidates> {
  const { cwd, signal } = options;
  const [one, other] = ends.map((end) => parseRepositoryRef(end, cwd));
  if (one && other) {
    if (one.folder !== other.folder)
      throw new RequestError(`${one.folder} and ${other.folder} are two repositories; give one`);
    const commits = await commitsBetween(one.folder, one.ref, other.ref, signal);
    if (commits.length < 2) throw new RequestError(`${one.ref} and ${other.ref} are one commit; give two`);
    return {
      kind: 'commits',
      labels: commits.map(({ id, subject }) => `${id.slice(0, 10)} "${subject}"`),
      request: (i) => versionRequest(name, `${one.folder}@${commits[i]?.id}`, options),
    };
  }
  if ([...ends].some(isOnDisk)) {
    throw new RequestError(
      `${ends[0]} and ${ends[1]} have no order to search in: give two versions, or FOLDER@REF twice`,
    );
  }
  const [first, last] = [await versionRequest(name, ends[0], options), await versionRequest(name, ends[1], options)];
  const labels = versionsBetween(first.version ?? '', last.version ?? '', await versionsOf(name, options));
  return { kind: 'versions', labels, request: async (i) => ({ version: labels[i] as string }) };
}

/** Installs both ends before the first is measured: one that cannot be had is told at once. */
async function installEnds(name: string, { labels, request }: Candidates, options: Options): Promise<void> {
  for (const end of [0, labels.length - 1]) {
    const { version, ...from } = await request(end);
    if (version !== null) await preparePackage({ name, version, ...from }, options);
  }
}

async function runBisect(word: string, ends: readonly [string, string], flags: BisectFlags, world: World) {
  const startedAt = performance.now();
  const { cwd, signal } = world;
  const live = new LiveReport(world.stderr, colorsFor(world.stderr, world.env));
  const options = { root: cwd, cwd, signal, onProgress: (line: string) => live.line(line) };
  const scenario = await theScenario(word, cwd);
  const { package: name } = scenario.fields;
  if (name === undefined) {
    throw new RequestError(
      `'${scenario.name}' measures code of its own, which has no versions to search; give it a package`,
    );
  }
  const [node, ...more] = await nodeBinaries(flags.node, options);
  if (node === undefined || more.length > 0) throw new RequestError('--node takes one version of Node here');
  const candidates = await candidatesOf(name, ends, options);
  const { kind, labels, request } = candidates;
  const out = path.resolve(cwd, flags.out);
  const json = path.resolve(cwd, flags.json ?? path.join(out, 'bisection.json'));
  await checkOut(out);
  await clearOutputs([json]);
  await installEnds(name, candidates, options);
  const most = Math.ceil(Math.log2(labels.length - 1));
  live.line(`${labels.length} ${kind} from ${labels[0]} to ${labels.at(-1)}: the two ends and at most ${most} between`);
  const { measure, close } = measuring(world, live, out);
  const tryCandidate = async (candidate: number): Promise<Tried> => {
    try {
      const iterations = flags.iterations === undefined ? {} : { iterations: flags.iterations };
      const mode = flags.jit ? 'jit' : 'exact';
      return { run: await measure({ scenario, ...(await request(candidate)), mode, node, ...iterations }, candidate) };
    } catch (error) {
      if (error instanceof PackageError || error instanceof InstallError) return { run: null, reason: error.message };
      throw error;
    }
  };
  const steps: Step[] = [];
  const onStep = (step: Step) => {
    steps.push(step);
    if (step.answer === 'unknown') live.line(`${step.label} is left out: ${step.reason}`);
  };
  const bisected = { kind, candidates: labels, measure: tryCandidate, onStep };
  let finding: Finding;
  let failed: { reason: unknown } | null = null;
  try {
    finding = await bisect(bisected);
  } catch (reason) {
    if (steps.length === 0) throw reason;
    finding = givenUp(bisected, steps, (reason as Error).message);
    failed = { reason };
  } finally {
    await close();
  }
  const bisection: Bisection = {
    schema: 1,
    scenario: scenario.name,
    file: path.relative(cwd, scenario.file).split(path.sep).join('/'),
    package: name,
    ...finding,
    wallMs: performance.now() - startedAt,
  };
  // Printed before it is written: what was measured is shown even when the disk is full.
  world.stdout.write(`${renderBisection(bisection, colorsFor(world.stdout, world.env))}\n`);
  const text = `${JSON.stringify(bisection, null, 2)}\n`;
  const left = await leaveOutputs([[json, (file) => writeWhole(file, text)]], world);
  if (failed !== null) throw failed.reason;
  return left ? exitCodeOf(bisection) : 3;
}

/** `steadyheap bisect`. */
export function bisectCommand(world: World, onExitCode: (code: number) => void): Command {
  return new Command('bisect')
    .description('find the version or commit that introduced a leak, or fixed it')
    .argument('<scenario>', 'a file, or a part of the name of one in scenarios/')
    .argument('<good>', 'one end: a version, or FOLDER@REF of a git repository')
    .argument('<bad>', 'the other end')
    .option('--node <version>', 'on this version of Node', collect, [])
    .option('--iterations <n>', 'measured iterations, instead of the scenario’s own', wholeNumber)
    .option('--jit', 'run with V8’s compilers on, and judge by the census of objects')
    .option('--out <dir>', 'folder for bisection.json and the logs', 'reports')
    .addOption(new Option('--json <file>', 'write what was found to this file instead'))
    .addHelpText(
      'after',
      '\nExit codes: 0 the change was found, 1 the two ends do not differ, 2 the request was wrong, 3 an end could not be measured, or the change lies among versions that could not, 130 interrupted.',
    )
    .action(async (word: string, good: string, bad: string, flags: BisectFlags) =>
      onExitCode(await runBisect(word, [good, bad], flags, world)),
    );
}
