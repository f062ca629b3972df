import { deepEqual } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { scenario } from 'steadyheap';

const KEYS = Array.from({ length: 1_000 }, (_, i) => `customer ${i}`.padEnd(40));

// Level/leveldown#804
export default scenario('a thousand keys read at once', {
  package: 'leveldown',
  versions: ['6.1.0', '6.1.1'],
  iterations: 1_000,
  async setup({ load }) {
    const leveldown = await load();
    const folder = await mkdtemp(join(tmpdir(), 'leveldown-'));
    const database = leveldown(join(folder, 'customers'));
    await promisify(database.open).call(database);
    await promisify(database.put).call(database, KEYS[7], 'Ada');
    return { database, folder, getMany: promisify(database.getMany).bind(database) };
  },
  async iterate({ getMany }) {
    const values = await getMany(KEYS, { asBuffer: false });
    deepEqual(values.filter(Boolean), ['Ada']);
  },
  async teardown({ database, folder }) {
    await promisify(database.close).call(database);
    await rm(folder, { recursive: true });
  },
  known: [
    {
      versions: '6.1.0',
      class: 'rss',
      reason: 'getMany() does not free its copies of the keys',
      issue: 'https://github.com/Level/leveldown/issues/804',
    },
  ],
});
