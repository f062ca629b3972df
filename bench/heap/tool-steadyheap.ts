// The triple in FOLDER: survivors of the planted class with retained sizes and retainer paths, or (`count`) their number
// alone, for which no dominators are needed.
import { join } from 'node:path';
import { countSurvivors, groupSurvivors, readHighestId, readSnapshot } from '../../harness/heap/index.ts';
import { startMeter } from './report-cost.ts';

const report = startMeter();
const [folder = '', question] = process.argv.slice(2);
const [baseline, target, final] = ['baseline', 'target', 'final'].map((name) => join(folder, `${name}.heapsnapshot`));
if (question === 'count') {
  const survivors = await countSurvivors([baseline, target], final);
  report({ leaked: survivors.get('Leaky')?.count ?? 0 });
} else {
  const boundaries = [await readHighestId(baseline), await readHighestId(target)];
  const groups = groupSurvivors(await readSnapshot(final), { boundaries, classes: new Set(['Leaky']) });
  const leak = groups.find((group) => group.className === 'Leaky');
  report({ leaked: leak?.count ?? 0, retainedBytes: leak?.retainedBytes, path: leak?.retainerPath.join(' ▸ ') });
}
