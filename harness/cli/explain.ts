import path from 'node:path';
import { Command } from 'commander';
import { explain, hasCause } from '../explain/explain.ts';
import { explained } from '../explain/explained-run.ts';
import type { Explanation } from '../explain/explanation.ts';
import { PassError } from '../explain/pass/pass-error.ts';
import { renderExplanation } from '../explain/text/render.ts';
import { colorsFor } from '../report/colors.ts';
import { writeReport } from '../report/html/write-report.ts';
import { LiveReport } from '../report/live.ts';
import { resultFile } from '../report/result-file.ts';
import { exitCodeOf } from '../report/summary.ts';
import { widthOf } from '../report/width.ts';
import { sentencesOf, titleOf } from '../report/words.ts';
import { writeWhole } from '../report/write-whole.ts';
import type { RunResult } from '../run/result.ts';
import type { RunRequest } from '../run/run.ts';
import { RequestError } from '../scenario/errors.ts';
import { shown } from '../verdict/shown.ts';
import { collect, wholeNumber } from './arguments.ts';
import { measuring } from './measuring.ts';
import { nodeBinaries } from './nodes.ts';
import { checkOut, checkWritable, leaveOutputs, type Outputs } from './output.ts';
import { theScenario } from './the-scenario.ts';
import { versionRequests } from './version-requests.ts';
import type { World } from './world.ts';

interface ExplainFlags {
  package?: string;
  node: string[];
  iterations?: number;
  out: string;
  json?: string;
  html?: string;
}

async function requestFor(word: string, flags: ExplainFlags, world: World, say: (line: string) => void) {
  const { cwd, signal } = world;
  const options = { root: cwd, cwd, signal, onProgress: say };
  const scenario = await theScenario(word, cwd);
  const [asked] = await versionRequests(scenario, flags.package === undefined ? [] : [flags.package], options);
  if (asked === undefined) throw new RequestError(`'${scenario.name}' names no version; give --package NAME@VERSION`);
  const [node, ...more] = await nodeBinaries(flags.node, options);
  if (node === undefined || more.length > 0) throw new RequestError('--node takes one version of Node here');
  const iterations = flags.iterations === undefined ? {} : { iterations: flags.iterations };
  return { scenario, ...asked.request, mode: 'exact', node, ...iterations } satisfies RunRequest;
}

/** A run, and what a second pass has told of its cause. */
interface Found {
  run: RunResult;
  explanation: Explanation | null;
  /** Why the second pass gave none. */
  failed: string | null;
}

async function find(request: RunRequest, { measure, second }: ReturnType<typeof measuring>): Promise<Found> {
  const run = await measure(request, 0);
  if (run.verdict === 'crashed' || !hasCause(run)) return { run, explanation: null, failed: null };
  try {
    return { run, explanation: await second(request, (options) => explain(request, run, options)), failed: null };
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
    return { run, explanation: null, failed: error.message };
  }
}

function show({ run, explanation, failed }: Found, { cwd, stdout, env }: World): void {
  const paint = colorsFor(stdout, env);
  const width = widthOf(stdout);
  stdout.write(`${paint.bold(shown(titleOf(run)))}\n${sentencesOf(run).map(shown).join('\n')}\n`);
  const told =
    explanation === null ? shown(failed ?? whyNothing(run)) : renderExplanation(explanation, { width, cwd, paint });
  stdout.write(`\n${told}\n`);
  if (run.log !== null) stdout.write(`\nLog: ${path.relative(cwd, path.resolve(cwd, run.log))}\n`);
}

/** What the files that were asked for will hold. */
function outputsOf({ run, explanation }: Found, flags: ExplainFlags, startedAt: Date, cwd: string): Outputs {
  const results = resultFile([explanation === null ? run : explained(run, explanation, cwd)], startedAt, cwd);
  const outputs: Outputs = [];
  const asked = (file: string | undefined, write: Outputs[number][1]) => {
    if (file !== undefined) outputs.push([path.resolve(cwd, file), write]);
  };
  asked(flags.json, (file) => writeWhole(file, `${JSON.stringify({ ...results, explanation }, null, 2)}\n`));
  asked(flags.html, (file) => writeReport(file, results, cwd));
  return outputs;
}

async function runExplain(word: string, flags: ExplainFlags, world: World): Promise<number> {
  const startedAt = new Date();
  const { cwd, stdout } = world;
  const live = new LiveReport(world.stderr, colorsFor(world.stderr, world.env));
  const request = await requestFor(word, flags, world, (line) => live.line(line));
  const out = path.resolve(cwd, flags.out);
  await checkOut(out);
  for (const file of [flags.json, flags.html]) if (file !== undefined) await checkWritable(path.resolve(cwd, file));
  const measurer = measuring(world, live, out);
  const found = await find(request, measurer).finally(() => measurer.close());
  show(found, world);
  const outputs = outputsOf(found, flags, startedAt, cwd);
  if (outputs.length === 0)
    stdout.write('Neither a page nor a file of results was asked for; --html FILE and --json FILE write them\n');
  const left = await leaveOutputs(outputs, world);
  return found.failed === null && left ? exitCodeOf([found.run]) : 3;
}

function whyNothing({ verdict }: RunResult): string {
  switch (verdict) {
    case 'crashed':
      return 'Nothing can be explained: the run crashed, for the reason above, before growth could be told from chance.';
    case 'leak':
      return 'The heap cannot explain it: what grows is memory outside of it, without an object or a handle of its own.';
    default:
      return 'There is nothing to explain: no class of objects and no handle has grown.';
  }
}

/** `steadyheap explain`. */
export function explainCommand(world: World, onExitCode: (code: number) => void): Command {
  return new Command('explain')
    .description('find the cause of a leak: who allocates what stays, what keeps it, and what usually lets it go')
    .argument('<scenario>', 'a file, or a part of the name of one in scenarios/')
    .option('--package <name@version>', 'on this version; the first that the scenario names by default')
    .option('--node <version>', 'on this version of Node', collect, [])
    .option('--iterations <n>', 'measured iterations, instead of the scenario’s own', wholeNumber)
    .option('--out <dir>', 'folder for the logs', 'reports')
    .option('--json <file>', 'write the result and its explanation to this file')
    .option('--html <file>', 'write the report of it to this file, with the cause on the page of the run')
    .action(async (word: string, flags: ExplainFlags) => onExitCode(await runExplain(word, flags, world)));
}
