// memlab's triple over FOLDER, with a leak filter that lets the planted class through: survivors, dominators and traces.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findLeaksBySnapshotFilePaths } from '@memlab/api';
import { ConsoleMode } from '@memlab/api/dist/state/ConsoleModeManager.js';
import { config, ErrorHandling, type IHeapNode } from '@memlab/core';
import { startMeter } from './report-cost.ts';

const report = startMeter();
const [folder = ''] = process.argv.slice(2);
const fileOf = (name: string): string => join(folder, `${name}.heapsnapshot`);
const workDir = join(folder, 'memlab');
await mkdir(workDir, { recursive: true });
config.errorHandling = ErrorHandling.Throw;
config.maxSamplesForClustering = Number.MAX_SAFE_INTEGER;
config.externalLeakFilter = { leakFilter: (node: IHeapNode) => node.name === 'Leaky' };
const leaks = await findLeaksBySnapshotFilePaths(fileOf('baseline'), fileOf('target'), fileOf('final'), {
  workDir,
  consoleMode: ConsoleMode.SILENT,
});
report({ leakFound: JSON.stringify(leaks).includes('Leaky') });
