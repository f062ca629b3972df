import { scenario } from 'steadyheap';

// Innocent: what is evaluated is dropped, and is one of 20 sources that V8's eval cache knows.
export default scenario('one of twenty sources evaluated', {
  iterate(_, i) {
    // biome-ignore lint/security/noGlobalEval: the cache behind eval is what is measured
    return globalThis.eval(`(function source${i % 20}() { return ${i % 20}; })()`);
  },
});
