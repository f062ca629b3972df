// Makes a heap of about MB megabytes of mixed shapes, plants a leak of class Leaky, and writes the triple of snapshots.
// Usage: node --expose-gc make-heap.mjs MB FOLDER. Prints, as JSON, what V8's writing of the triple cost.

import { join } from 'node:path';
import { writeHeapSnapshot } from 'node:v8';

const LEAKS_PER_INTERVAL = 1000;
const [megabytes, folder] = process.argv.slice(2);

class Row {
  constructor(i) {
    this.id = i;
    this.title = `row ${i}`;
    this.tags = [`a${i % 97}`, `b${i}`];
    this.meta = { created: i * 1.5, owner: { name: `owner ${i % 1000}` } };
  }
}

class Leaky {
  constructor(i) {
    this.payload = { name: `leak ${i}` };
  }
}

const shapes = [
  (i) => new Row(i),
  (i) => ({ kind: 'plain', value: i, next: { at: `p${i}` } }),
  (i) =>
    new Map([
      [`k${i}`, { i }],
      [i, `v${i}`],
    ]),
  (i) => new Set([`s${i}`, i]),
  (i) => () => i,
  (i) => [i, i + 0.5, `e${i}`, [i]],
  (i) => new Date(i),
  (i) => (i % 16 === 0 ? new Uint8Array(64) : `text ${i}`.repeat(4)),
  (i) => Promise.resolve({ settled: i }),
  (i) => (i % 8 === 0 ? new Error(`e${i}`).message + i : Symbol(`y${i}`)),
];

const registry = new Map();
const world = { rows: [], registry };
globalThis.world = world;

let made = 0;
while (process.memoryUsage().heapUsed < Number(megabytes) * 1e6) {
  for (let n = 0; n < 2000; n++, made++) world.rows.push(shapes[made % shapes.length](made));
  if (made % 200_000 === 0) gc();
}

let leaked = 0;
const leak = () => {
  for (let n = 0; n < LEAKS_PER_INTERVAL; n++) registry.set(`t${++leaked}`, new Leaky(leaked));
  gc();
};

leak();
const cpu = process.cpuUsage();
const start = performance.now();
for (const [index, name] of ['baseline', 'target', 'final'].entries()) {
  if (index > 0) leak();
  writeHeapSnapshot(join(folder, `${name}.heapsnapshot`));
}
const { user, system } = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    cpuMs: (user + system) / 1000,
    wallMs: performance.now() - start,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    heapBytes: process.memoryUsage().heapUsed,
  }),
);
