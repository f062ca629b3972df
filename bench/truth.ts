// How often the verdicts are right, over scenarios of which the truth is known, and how often those of other tools are.
// npm run truth [-- --only WORD] [--tools steadyheap,naive,...] [--repeat N] [--resume] [--json FILE] [--write-docs]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { allCases } from './truth/cases.ts';
import { renderDocs } from './truth/docs.ts';
import { LineFile } from './truth/lines.ts';
import { measureAll } from './truth/measure.ts';
import { workOut } from './truth/measurement.ts';
import { PEERS } from './truth/peers/index.ts';
import { Progress } from './truth/progress.ts';
import { renderReport } from './truth/report.ts';
import { linesToKeep, OURS, tasksFor, tasksLeft } from './truth/tasks.ts';

const TOOLS = [OURS, ...Object.keys(PEERS)];

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    tools: { type: 'string', default: TOOLS.join(',') },
    repeat: { type: 'string', default: '1' },
    resume: { type: 'boolean', default: false },
    json: { type: 'string' },
    'write-docs': { type: 'boolean', default: false },
  },
});

function refuse(message: string): never {
  console.error(`truth: ${message}`);
  process.exit(2);
}

const repeat = Number(values.repeat);
if (!Number.isInteger(repeat) || repeat < 1) refuse('--repeat takes a whole number from 1.');
const tools = values.tools.split(',').filter(Boolean);
const unknown = tools.find((tool) => !TOOLS.includes(tool));
if (unknown !== undefined) refuse(`--tools ${unknown}: there are ${TOOLS.join(', ')}.`);
const root = path.dirname(import.meta.dirname);
const cases = allCases(root, values.only);
if (cases.length === 0) refuse(`--only ${values.only}: no scenario's name contains it.`);
if (values['write-docs'] && values.only !== '') refuse('--write-docs tells of all scenarios; leave out --only.');

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The second one does not wait for the cleaning up.
    if (interrupted.signal.aborted) process.exit(130);
    interrupted.abort(new Error(`interrupted by ${signal}`));
  });
}

const file = new LineFile(path.join(root, 'reports', 'truth.jsonl'));
const tasks = tasksFor(cases, tools, repeat);
const kept = linesToKeep(file.read(), tasks, values.resume);
file.write(kept);
const left = tasksLeft(tasks, kept);
try {
  await measureAll(left, {
    root,
    signal: interrupted.signal,
    progress: new Progress(process.stderr, left.length),
    onLine: (line) => file.append(line),
  });
} catch (error) {
  if (!interrupted.signal.aborted) throw error;
  console.error('Interrupted; --resume goes on from here.');
  process.exit(130);
}

const rules = {
  [OURS]: [OURS],
  ...Object.fromEntries(Object.entries(PEERS).map(([name, peer]) => [name, peer.rules])),
};
const measurement = workOut(file.read(), cases, rules);
console.log(`\n${renderReport(measurement)}`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measurement, null, 2)}\n`);
if (values['write-docs']) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${process.platform}-${process.arch}, ${cpus().length} CPUs`;
  const text = renderDocs(measurement, { date, node: `Node ${process.version}`, machine });
  writeFileSync(path.join(root, 'docs', 'accuracy.md'), text);
}
process.exit();
