// How often the verdicts are right, over scenarios of which the truth is known, and how often those of other tools are.
// Exit codes: 0 all of steadyheap's verdicts are right, 1 one is wrong or has changed, 2 the request was wrong.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { RequestError } from '../harness/scenario/errors.ts';
import { allCases } from './truth/cases.ts';
import { renderDocs } from './truth/docs.ts';
import { LineFile } from './truth/lines.ts';
import { measureAll } from './truth/measure.ts';
import { type Measurement, workOut } from './truth/measurement.ts';
import { onInterrupt } from './truth/on-interrupt.ts';
import { truthOptions } from './truth/options.ts';
import { PEERS } from './truth/peers/index.ts';
import { Progress } from './truth/progress.ts';
import { renderReport } from './truth/report.ts';
import { linesToKeep, OURS, tasksFor, tasksLeft } from './truth/tasks.ts';

const ROOT = path.dirname(import.meta.dirname);
const PEER_RULES = Object.entries(PEERS).map(([name, { rules }]) => [name, rules] as const);

function writeDocs(measurement: Measurement): void {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${process.platform}-${process.arch}, ${cpus().length} CPUs`;
  const text = renderDocs(measurement, { date, node: `Node ${process.version}`, machine });
  writeFileSync(path.join(ROOT, 'docs', 'accuracy.md'), text);
}

async function main(args: readonly string[], signal: AbortSignal): Promise<number> {
  const { only, tools, repeat, resume, json, ...options } = truthOptions(args);
  const cases = allCases(ROOT, only);
  if (cases.length === 0) throw new RequestError(`--only ${only}: no scenario's name contains it`);
  const file = new LineFile(path.join(ROOT, 'reports', 'truth.jsonl'));
  const tasks = tasksFor(cases, tools, repeat);
  const kept = linesToKeep(file.read(), tasks, resume);
  file.write(kept);
  const left = tasksLeft(tasks, kept);
  const progress = new Progress(process.stderr, left.length);
  await measureAll(left, { root: ROOT, signal, progress, onLine: (line) => file.append(line) });
  const measurement = workOut(file.read(), cases, Object.fromEntries([[OURS, [OURS]], ...PEER_RULES]));
  console.log(`\n${renderReport(measurement)}`);
  if (json !== null) writeFileSync(json, `${JSON.stringify(measurement, null, 2)}\n`);
  if (options.writeDocs) writeDocs(measurement);
  return measurement.wrong.length + measurement.repetitions.changed.length > 0 ? 1 : 0;
}

const signal = onInterrupt();
try {
  process.exit(await main(process.argv.slice(2), signal));
} catch (error) {
  if (!signal.aborted && !(error instanceof RequestError)) throw error;
  console.error(signal.aborted ? 'Interrupted; --resume goes on from here.' : `truth: ${(error as Error).message}`);
  process.exit(signal.aborted ? 130 : 2);
}
