import path from 'node:path';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { baselineFile, readBaseline } from '../compare/baseline/file.ts';
import { improvements, withoutEntry } from '../compare/baseline/hold-runs.ts';
import { type Colors, colorsFor } from '../report/colors.ts';
import { type FillPage, preparePage } from '../report/html/prepare-page.ts';
import { leaveReports } from '../report/leave-reports.ts';
import { LiveReport } from '../report/live.ts';
import { leaveResultFile, resultFile } from '../report/result-file.ts';
import { exitCodeOf, renderSummary } from '../report/summary.ts';
import { widthOf } from '../report/width.ts';
import { withLead } from '../report/with-lead.ts';
import type { RunResult } from '../run/result.ts';
import { shown } from '../verdict/shown.ts';
import { PREPARING, PROGRESS } from './messages.ts';

/** Names of the errors that mean: the request was wrong. */
const WRONG_REQUEST = new Set(['RequestError', 'PackageError']);

/** Prints what a maintainer wants to know of a leak-test, and leaves reports/results.json. */
export default class LeakTestReporter implements Reporter {
  readonly #live = new LiveReport(process.stderr, colorsFor(process.stderr, process.env));
  readonly #runs = new Map<string, RunResult>();
  #root = process.cwd();
  #startedAt = new Date();
  #page: Promise<FillPage> | undefined;

  onInit(vitest: Vitest): void {
    this.#root = vitest.config.root;
  }

  onTestRunStart(): void {
    this.#startedAt = new Date();
    this.#runs.clear();
    this.#page = preparePage();
  }

  onTestCaseAnnotate(test: TestCase, annotation: { type: string; message: string }): void {
    const { type, message } = annotation;
    if (type !== PROGRESS && type !== PREPARING) return;
    const where = type === PREPARING ? { phase: 'preparing', detail: message } : { phase: message };
    this.#live.progress(test.id, { title: test.name, ...where, done: 0, of: 1 });
  }

  onTestCaseResult(test: TestCase): void {
    const run = test.meta().steadyheap;
    const { state, errors } = test.result();
    if (run !== undefined) {
      this.#runs.set(test.id, run);
      this.#live.ended(test.id, run);
    } else if (state === 'skipped') {
      const { note } = test.result() as { note?: string };
      this.#live.line(`- ${test.name}: skipped${note === undefined ? '' : `: ${note}`}`);
    } else {
      this.#live.line(`✗ ${test.name}: ${errors?.[0]?.message}`);
    }
  }

  async onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly { name?: string; message: string }[],
  ): Promise<void> {
    this.#live.stop();
    const runs = [...this.#runs.values()];
    const colors = colorsFor(process.stdout, process.env);
    const lost = runs.length > 0 ? await this.#leave(runs, colors) : [];
    const errors = [...lost, ...unhandled, ...modules.flatMap((module) => errorsOf(module, this.#root))];
    if (modules.length === 0) errors.push({ name: 'RequestError', message: 'no scenario file has a name that fits' });
    for (const error of errors) process.stdout.write(withLead(`${colors.red('ERROR')} `, error.message));
    const code = exitCodeOfRun(runs, errors);
    // Vitest sets its own code after this; the last word is spoken when the process ends.
    if (code !== 0) process.once('exit', () => (process.exitCode = code));
  }

  /** Leaves the files of the runs and prints what they came to. Resolves to the error that a missing result file is. */
  async #leave(runs: readonly RunResult[], colors: Colors): Promise<NamedError[]> {
    const { stdout, env } = process;
    const out = path.join(this.#root, 'reports');
    const file = path.join(out, 'results.json');
    const results = resultFile(runs, this.#startedAt, this.#root);
    const left = await leaveResultFile(file, results, path.relative(process.cwd(), file));
    const wallMs = Date.now() - this.#startedAt.getTime();
    const report = await leaveReports(results, { out, cwd: this.#root, env, stdout, page: this.#page });
    const width = widthOf(stdout);
    const summary = { wallMs, results: left, report, width, colors };
    stdout.write(`\n${renderSummary(runs, summary)}\n`);
    const held = [...improvements(runs), ...withoutEntry(runs, readBaseline(baselineFile(this.#root)))];
    if (held.length > 0) stdout.write(`\n${held.map(shown).join('\n')}\n`);
    return 'missing' in left ? [{ message: `${file}: ${left.missing}` }] : [];
  }
}

interface NamedError {
  name?: string;
  message: string;
}

/** What went wrong in a file beside the runs that failed. An error at its top level means that it cannot be read. */
function errorsOf(module: TestModule, root: string): NamedError[] {
  const file = path.relative(root, module.moduleId);
  const atTop = module.errors().map(({ message }) => ({
    name: 'RequestError',
    message: message.startsWith(file) ? message : `${file}: ${message}`,
  }));
  const ofTests = [...module.children.allTests('failed')]
    .filter((test) => test.meta().steadyheap === undefined)
    .flatMap((test) => [...(test.result().errors ?? [])]);
  return [...atTop, ...ofTests];
}

function exitCodeOfRun(runs: readonly RunResult[], errors: readonly { name?: string }[]): number {
  if (errors.length > 0) return errors.some(({ name }) => WRONG_REQUEST.has(name ?? '')) ? 2 : 3;
  return exitCodeOf(runs);
}
