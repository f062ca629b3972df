// memlab on BASELINE, TARGET and FINAL, with its files in FOLDER: prints as JSON how many clusters of leaks its own rules
// find, and how many a filter that lets every object through finds.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaksBySnapshotFilePaths } from '@memlab/api';
import { ConsoleMode } from '@memlab/api/dist/state/ConsoleModeManager.js';
import { config, ErrorHandling, type IHeapNode } from '@memlab/core';

/** What users of Node allocate; code, shapes and the engine's own are not let through. */
const USERS: ReadonlySet<string> = new Set([
  'object',
  'closure',
  'array',
  'string',
  'concatenated string',
  'sliced string',
  'regexp',
  'symbol',
  'bigint',
]);

const [baseline = '', target = '', final = '', folder = ''] = process.argv.slice(2);
config.errorHandling = ErrorHandling.Throw;

async function clusters(name: string): Promise<number> {
  const workDir = join(folder, name);
  mkdirSync(workDir, { recursive: true });
  const leaks = await findLeaksBySnapshotFilePaths(baseline, target, final, {
    workDir,
    consoleMode: ConsoleMode.SILENT,
  });
  return leaks.length;
}

const byDefault = await clusters('default');
config.externalLeakFilter = { leakFilter: ({ type }: IHeapNode) => USERS.has(type) };
const permissive = await clusters('permissive');
process.stdout.write(JSON.stringify({ byDefault, permissive }), () => process.exit());
