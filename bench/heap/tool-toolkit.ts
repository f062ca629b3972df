// The triple in FOLDER with heap-snapshot-toolkit: parse, diff of baseline and target, retained sizes of the final heap.
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { diff, parse } from 'heap-snapshot-toolkit';
import { startMeter } from './report-cost.ts';

const report = startMeter();
const [folder = ''] = process.argv.slice(2);
const read = (name: string) => parse(createReadStream(join(folder, `${name}.heapsnapshot`), 'utf8'));
const grown = await diff(await read('baseline'), await read('target'));
const final = await read('final');
report({ leakFound: JSON.stringify(grown).includes('Leaky'), totalBytes: final.totalSize });
