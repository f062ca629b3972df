import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { scenario } from 'steadyheap';

const run = promisify(execFile);

// Innocent: each child has ended before the iteration does.
export default scenario('child processes run to their end', {
  iterations: 40,
  async iterate(_, i) {
    const { stdout } = await run('echo', [`iteration ${i}`]);
    return stdout.trim();
  },
});
