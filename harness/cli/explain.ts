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

async function runExplain(word: string, flags: ExplainFlags, world: World): Promise<number> {
  const startedAt = new Date();
  const { cwd, stdout, env } = world;
  const live = new LiveReport(world.stderr, colorsFor(world.stderr, env));
  const request = await requestFor(word, flags, world, (line) => live.line(line));
  const [json, html] = [flags.json, flags.html].map((file) => file && path.resolve(cwd, file));
  const out = path.resolve(cwd, flags.out);
  await checkOut(out);
  for (const file of [json, html]) if (file) await checkWritable(file);
  const { measure, second, close } = measuring(world, live, out);
  let run: RunResult;
  let explanation: Explanation | null = null;
  let failed: string | null = null;
  try {
    run = await measure(request, 0);
    try {
      if (hasCause(run)) explanation = await second(request, (options) => explain(request, run, options));
    } catch (error) {
      if (!(error instanceof PassError)) throw error;
      failed = error.message;
    }
  } finally {
    await close();
  }
  const paint = colorsFor(stdout, env);
  const width = widthOf(stdout);
  stdout.write(`${paint.bold(shown(titleOf(run)))}\n${sentencesOf(run).map(shown).join('\n')}\n`);
  if (explanation !== null) stdout.write(`\n${renderExplanation(explanation, { width, cwd, paint })}\n`);
  else stdout.write(`\n${shown(failed ?? whyNothing(run))}\n`);
  const found = explanation === null ? run : explained(run, explanation, cwd);
  const results = resultFile([found], startedAt, cwd);
  const outputs: Outputs = [];
  if (json)
    outputs.push([json, (file) => writeWhole(file, `${JSON.stringify({ ...results, explanation }, null, 2)}\n`)]);
  if (html) outputs.push([html, (file) => writeReport(file, results, cwd)]);
  if (run.log !== null) stdout.write(`\nLog: ${path.relative(cwd, path.resolve(cwd, run.log))}\n`);
  if (outputs.length === 0)
    stdout.write('Neither a page nor a file of results was asked for; --html FILE and --json FILE write them\n');
  const left = await leaveOutputs(outputs, world);
  return failed === null && left ? exitCodeOf([run]) : 3;
}

function whyNothing({ verdict }: RunResult): string {
  return verdict === 'leak'
    ? 'The heap cannot explain it: what grows is memory outside of it, without an object or a handle of its own.'
    : 'There is nothing to explain: no class of objects and no handle has grown.';
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
