import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { preparePackage } from '../../../harness/packages/index.ts';
import type { DescribedScenario } from '../../../harness/run/describe-scenario.ts';
import { makeLoader } from '../../../harness/run/loader.ts';
import { compile } from '../../../harness/scenario/compile.ts';
import type { Step, Trial, TrialAnswers } from './steps.ts';

const PROGRAM = fileURLToPath(new URL('./program.ts', import.meta.url));
/** The slowest peer takes 40 s on the slowest scenario; what takes longer hangs. */
const LONGEST_MS = 180_000;

/** Where a trial takes place. */
export interface TrialPlace {
  /** The folder that holds `packages-under-test`. */
  root: string;
  /** A folder of the trial's own; it has to be removed afterwards. */
  directory: string;
  signal: AbortSignal;
  /** For Node, beside the scenario's own; none by default. */
  flags?: readonly string[];
}

/**
 * Runs a scenario in a fresh Node, under its default flags unless others are given, through a peer's steps. Rejects
 * when the scenario fails, hangs or is aborted.
 */
export async function runTrial(
  scenario: DescribedScenario,
  version: string | null,
  steps: readonly Step[],
  { root, directory, signal, flags = [] }: TrialPlace,
): Promise<TrialAnswers> {
  const { package: name, env = {}, nodeFlags = [] } = scenario.fields;
  const request = name === undefined || version === null ? null : { name, version };
  const underTest = request === null ? null : await preparePackage(request, { root, signal });
  const [program, compiled, loader] = await Promise.all([
    compile({ entry: PROGRAM, directory, name: 'program' }),
    compile({ entry: scenario.file, directory, name: 'scenario' }),
    underTest === null ? null : makeLoader(underTest, directory),
  ]);
  const answers = path.join(directory, 'answers.json');
  const trial: Trial = {
    plan: {
      scenario: pathToFileURL(compiled).href,
      loader: loader?.module ?? null,
      entry: loader?.entry ?? null,
      package: request,
      services: {},
    },
    steps,
    answers,
  };
  const file = path.join(directory, 'trial.json');
  const temporary = path.join(directory, 't');
  await Promise.all([writeFile(file, JSON.stringify(trial)), mkdir(temporary, { recursive: true })]);
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--expose-gc', ...flags, ...nodeFlags, program, file], {
    env: { ...inherited, TMPDIR: temporary, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: what the scenario starts ends with it.
    detached: true,
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).slice(-2_000);
  });
  const kill = () => {
    try {
      process.kill(-(child.pid as number), 'SIGKILL');
    } catch {
      // It has ended, and all it had started.
    }
  };
  const timer = setTimeout(kill, LONGEST_MS);
  signal.addEventListener('abort', kill, { once: true });
  try {
    await once(child, 'exit');
  } finally {
    kill();
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
  }
  signal.throwIfAborted();
  const text = await readFile(answers, 'utf8').catch(() => {
    throw new Error(
      `the scenario did not get through: ${printed.match(/^\w*Error.*$/m)?.[0] ?? 'it hung or was killed'}`,
    );
  });
  return JSON.parse(text) as TrialAnswers;
}
