import { scenario } from 'steadyheap';

// Innocent: signals derived from a long-lived one are held by it weakly.
export default scenario('signals derived from a long-lived one', {
  setup: () => ({ shutdown: new AbortController() }),
  iterate({ shutdown }, i) {
    const own = new AbortController();
    const either = AbortSignal.any([shutdown.signal, own.signal]);
    own.abort(new Error(`request ${i} was cancelled`));
    return either.aborted;
  },
});
