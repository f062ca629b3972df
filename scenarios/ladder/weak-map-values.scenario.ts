import { scenario } from 'steadyheap';

class Metadata {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

export default scenario('values of a WeakMap whose keys stay', {
  setup: () => ({ keys: [] as object[], metadata: new WeakMap<object, Metadata>() }),
  iterate({ keys, metadata }, i) {
    const key = {};
    keys.push(key);
    metadata.set(key, new Metadata(i));
  },
  known: [
    { class: 'Metadata', perIteration: 1, reason: 'planted: the value lives as long as its key' },
    { class: 'Object', perIteration: 1, retainer: 'Object.keys', reason: 'planted: the key is kept' },
  ],
});
