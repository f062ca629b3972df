import { equal } from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenario } from 'steadyheap';

// sindresorhus/import-fresh#2
export default scenario('a module that is required anew', {
  package: 'require-uncached',
  versions: ['1.0.2', '1.0.3'],
  async setup({ load }) {
    const requireUncached = await load();
    const folder = await mkdtemp(join(tmpdir(), 'require-uncached-'));
    const settings = join(folder, 'settings.cjs');
    await writeFile(settings, 'module.exports = { theme: "dark" };');
    return { folder, requireUncached, settings };
  },
  iterate({ requireUncached, settings }) {
    equal(requireUncached(settings).theme, 'dark');
  },
  async teardown({ folder }) {
    await rm(folder, { recursive: true });
  },
  known: [
    {
      versions: '1.0.2',
      class: 'Module',
      perIteration: 1,
      retainer: 'module require-uncached/index.js.children',
      reason: 'each fresh copy stays among the children of the module that requires it',
      issue: 'https://github.com/sindresorhus/import-fresh/issues/2',
    },
  ],
});
