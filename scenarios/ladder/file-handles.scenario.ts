import { type FileHandle, open } from 'node:fs/promises';
import { devNull } from 'node:os';
import { scenario } from 'steadyheap';

export default scenario('file handles that nobody closes', {
  setup: () => ({ open: [] as FileHandle[] }),
  async iterate(context) {
    context.open.push(await open(devNull));
  },
  async teardown(context) {
    for (const handle of context.open) await handle.close();
  },
  known: [{ class: 'FileHandle', retainer: 'Object.open', reason: 'planted: a file handle' }],
});
