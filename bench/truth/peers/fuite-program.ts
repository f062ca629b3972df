// What fuite compares of two snapshots, BEFORE and AFTER, by the library fuite itself uses; prints it as JSON.
import { createReadStream } from 'node:fs';
import { DevToolsAPI, diff, parse } from 'heap-snapshot-toolkit';
import type { FuiteView } from './fuite-rule.ts';

const [before = '', after = ''] = process.argv.slice(2);
const start = await parse(createReadStream(before, 'utf8'));
const end = await parse(createReadStream(after, 'utf8'));
const known = new Set(Object.keys(start.aggregatesWithFilter(new DevToolsAPI.HeapSnapshotModel.NodeFilter())));
const grown = (await diff(start, end)) as Record<string, { countDelta: number }>;
const view: Omit<FuiteView, 'collections'> = {
  classes: Object.entries(grown)
    .filter(([name]) => known.has(name))
    // The library's keys begin with the place of the class; fuite's list of internal classes is meant for their names.
    .map(([key, { countDelta }]) => ({ name: key.replace(/^(\d+,\d+,\d+)?,/, ''), more: countDelta })),
  bytes: end.getStatistics().total - start.getStatistics().total,
};
process.stdout.write(JSON.stringify(view), () => process.exit());
