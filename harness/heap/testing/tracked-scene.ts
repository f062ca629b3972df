/** A script for `liveSnapshots` whose snapshot has everything that a snapshot can have, stacks of allocations included. */
export const TRACKED_SCENE = `
import { Session } from 'node:inspector';
const session = new Session();
session.connect();
session.post('HeapProfiler.startTrackingHeapObjects', { trackAllocations: true });
class Order { constructor(i) { this.i = i; } }
function takeOrder(i) { globalThis.kept = [...(globalThis.kept ?? []), new Order(i)]; }
for (let i = 0; i < 20; i++) takeOrder(i);
await snapshot();
process.exit();
`;
