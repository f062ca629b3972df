import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { scenario } from 'steadyheap';

// Twenty iterations, as each leaves a process behind. The children end with their standard input, so none outlives the run.
export default scenario('child processes that nobody ends', {
  iterations: 20,
  warmup: 8,
  drain: '1 s',
  setup: () => ({ children: [] as ChildProcess[] }),
  async iterate({ children }) {
    const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
    children.push(child);
    await once(child, 'spawn');
  },
  async teardown({ children }) {
    await Promise.all(children.map((child) => child.kill() && once(child, 'exit')));
  },
  known: [
    { class: 'ChildProcess', perIteration: 1, retainer: 'Object.children', reason: 'planted: a child process' },
    { class: 'Process*', perIteration: 1, reason: 'planted: the handle of the child' },
    { class: 'Pipe*', perIteration: 1, reason: 'planted: the standard input of the child' },
    { class: 'Object', perIteration: 2, reason: 'planted: the listeners of both' },
  ],
});
