import { scenario } from 'steadyheap';

export default scenario('keys of the symbol registry', {
  iterate(_, i) {
    Symbol.for(`ladder ${i}`);
  },
  known: [
    { class: 'symbol', perIteration: 1, reason: 'planted: a registered symbol' },
    { class: 'string', perIteration: 1, reason: 'planted: its key' },
  ],
});
