// Analyses BASELINE, TARGET and FINAL as a leak test does, in a process of its own, and prints as JSON what it found and the
// most memory it ever had.
import { groupSurvivors, readHighestId, readSnapshot, takeCensus } from '../index.ts';

const [baseline = '', target = '', final = ''] = process.argv.slice(2);
const boundaries = [await readHighestId(baseline), await readHighestId(target)];
const snapshot = await readSnapshot(final);
const groups = groupSurvivors(snapshot, { boundaries, classes: new Set(['Leaky']) });
const { nodeCount, edgeCount, nodeIds, edgeTargets } = snapshot;
console.log(
  JSON.stringify({
    nodeCount,
    edgeCount,
    lastId: nodeIds[nodeCount - 1],
    lastTarget: edgeTargets[edgeCount - 1],
    boundaries,
    census: [...takeCensus(snapshot)],
    groups: groups.map(({ nodes, ...group }) => group),
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
