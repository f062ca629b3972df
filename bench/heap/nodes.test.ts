import { createReadStream } from 'node:fs';
import path from 'node:path';
import { parse } from 'heap-snapshot-toolkit';
import { describe, expect, test } from 'vitest';
import {
  diffSnapshots,
  groupSurvivors,
  highestId,
  Retention,
  readHighestId,
  readSnapshot,
} from '../../harness/heap/index.ts';
import { liveSnapshots } from '../../harness/heap/testing/live-snapshots.ts';
import { nodeBinary } from '../../harness/run/node-binary.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
/** Besides the one that runs the tests; there are no packages of Node for macOS. */
const MAJORS = process.platform === 'darwin' ? [] : ['20', '22', '26'];

const SCENE = `
class Tenant { constructor(i) { this.name = 'tenant ' + i; this.onClose = function onClose() { return i; }; } }
const tenants = new Map();
globalThis.registry = { tenants };
let made = 0;
const work = () => { for (let n = 0; n < 100; n++) tenants.set('t' + ++made, new Tenant(made)); };
work();
await snapshot();
work();
tenants.delete('t1');
await snapshot();
`;

describe.each(MAJORS)('snapshots of Node %s', (major) => {
  test('read, differ in what was born and is gone, and tell who holds it and how much it retains', async () => {
    const node = await nodeBinary(major, { root: ROOT });
    const live = await liveSnapshots(SCENE, node);
    try {
      const [before, after] = await Promise.all(live.paths.map((file) => readSnapshot(file)));
      expect(await Promise.all(live.paths.map((file) => readHighestId(file)))).toEqual([before, after].map(highestId));
      expect(diffSnapshots(before, after).get('Tenant')).toMatchObject({ born: 100, gone: 1 });
      const groups = groupSurvivors(after, { boundaries: [before, after].map(highestId) });
      expect(
        groups
          .filter(({ count }) => count === 100)
          .map(({ className, retainerPath }) => `${className}: ${retainerPath.join(' ▸ ')}`)
          .sort(),
      ).toEqual([
        'Tenant: global.registry ▸ Object.tenants ▸ Map[key] ▸ Tenant',
        'closure onClose (scene.mjs:8): global.registry ▸ Object.tenants ▸ Map[key] ▸ Tenant.onClose ▸ closure onClose (scene.mjs:8)',
        'string: global.registry ▸ Object.tenants ▸ Map (key) ▸ string',
        'string: global.registry ▸ Object.tenants ▸ Map[key] ▸ Tenant.name ▸ string',
      ]);
      const theirs = await parse(createReadStream(live.paths[1], 'utf8'));
      expect(new Retention(after).ofNode(0)).toBe(theirs.totalSize);
    } finally {
      await live.remove();
    }
  });
});
