// The triple in FOLDER: survivors of the planted class with retained sizes and retainer paths, or (`count`) their number
// alone, for which no dominators are needed.
import { join } from 'node:path';
import { groupSurvivors, readHighestId, readSnapshot, takeCensus } from '../../harness/heap/index.ts';
import { startMeter } from './report-cost.ts';

const report = startMeter();
const [folder = '', question] = process.argv.slice(2);
const bornAfter = await readHighestId(join(folder, 'baseline.heapsnapshot'));
const bornUntil = await readHighestId(join(folder, 'target.heapsnapshot'));
const final = await readSnapshot(join(folder, 'final.heapsnapshot'));
if (question === 'count') {
  report({ leaked: takeCensus(final, { bornAfter, bornUntil }).get('Leaky')?.count ?? 0 });
} else {
  const groups = groupSurvivors(final, { boundaries: [bornAfter, bornUntil], classes: new Set(['Leaky']) });
  const leak = groups.find((group) => group.className === 'Leaky');
  report({ leaked: leak?.count ?? 0, retainedBytes: leak?.retainedBytes, path: leak?.retainerPath.join(' ▸ ') });
}
