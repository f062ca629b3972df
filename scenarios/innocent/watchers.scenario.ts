import { once } from 'node:events';
import { watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { scenario } from 'steadyheap';

// Innocent: each watcher is closed.
export default scenario('file watchers opened and closed', {
  iterations: 60,
  async iterate() {
    const watcher = watch(tmpdir(), () => {});
    const closed = once(watcher, 'close');
    watcher.close();
    await closed;
  },
});
