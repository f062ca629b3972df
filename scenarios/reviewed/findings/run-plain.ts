// Runs the scripts of plain/ and keeps what they print in plain-output.json: all of them, or those whose name contains one of
// the words. The packages come from where the scenarios have theirs; measuring is the scripts' own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { preparePackage } from '../../../harness/packages/index.ts';
import { flagsFor } from '../../../harness/run/flags.ts';
import { startServices } from '../../../harness/services/index.ts';
import { type PlainOutput, readOutputs, writeOutputs } from './plain-output.ts';
import { type PlainScript, plainScripts } from './plain-scripts.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PLAIN = path.join(import.meta.dirname, '../plain');
/** Those of the harness, so that the figures can be compared. */
const FLAGS = ['--expose-gc', ...(await flagsFor('exact', process.execPath))];
/** Two of them wait for two drains of 10 s. */
const LONGEST_MS = 180_000;

async function run(file: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const child = spawn(process.execPath, [...FLAGS, file], {
    env: { ...process.env, TESTING: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: LONGEST_MS,
  });
  const [printed, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`${path.basename(file)} ended with ${code ?? signal}:\n${printed}`);
  return printed.trimEnd().split('\n');
}

/** Runs a script beside the package it imports. */
async function runBeside(directory: string, name: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-plain-'));
  try {
    await symlink(path.join(directory, 'node_modules'), path.join(folder, 'node_modules'));
    for (const file of [name, 'bytes-per-iteration.mjs']) {
      await copyFile(path.join(PLAIN, file), path.join(folder, file));
    }
    return await run(path.join(folder, name), env);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function outputsOf({ name, of, services = [] }: PlainScript): Promise<PlainOutput[]> {
  const { info, stop } = await startServices(services);
  try {
    const env: NodeJS.ProcessEnv = {};
    if (info.postgres) {
      const { user, password, host, port, database } = info.postgres;
      env.DATABASE_URL = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
    }
    if (info.browser) env.PUPPETEER_EXECUTABLE_PATH = info.browser.executablePath;
    if (of === undefined) return [{ version: null, lines: await run(path.join(PLAIN, name), env) }];
    const outputs: PlainOutput[] = [];
    for (const version of of.versions) {
      const onProgress = (line: string) => console.error(line);
      const installed = await preparePackage({ name: of.name, version }, { root: ROOT, onProgress });
      if (installed.kind === 'specimen') throw new Error(`${name}: ${of.name} is a specimen`);
      outputs.push({ version, lines: await runBeside(installed.directory, name, env) });
    }
    return outputs;
  } finally {
    await stop();
  }
}

const words = process.argv.slice(2);
const chosen = plainScripts.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
for (const script of chosen) {
  console.error(`${script.name} …`);
  try {
    const outputs = await outputsOf(script);
    for (const { version, lines } of outputs) console.log([version ?? script.name, ...lines].join('\n  '));
    writeOutputs({ ...readOutputs(), [script.name]: outputs });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
