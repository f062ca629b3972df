import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scenario } from 'steadyheap';

// Innocent: one file, written, read and opened over and over; every handle is closed.
export default scenario('files written, read and closed', {
  async setup() {
    const folder = await mkdtemp(path.join(tmpdir(), 'innocent-files-'));
    return { folder, file: path.join(folder, 'orders.txt') };
  },
  async iterate({ file }, i) {
    await writeFile(file, `order ${i}\n`.repeat(100));
    const text = await readFile(file, 'utf8');
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      return size === text.length;
    } finally {
      await handle.close();
    }
  },
  teardown: ({ folder }) => rm(folder, { recursive: true }),
});
