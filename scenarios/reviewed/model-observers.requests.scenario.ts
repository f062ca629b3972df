import { equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import type * as modelObservers from '../../packages-under-test/model-observers/fixed/index.ts';

export default scenario('requests that observe a model', {
  package: 'model-observers',
  versions: ['leaky', 'fixed'],
  iterations: 200,
  async setup({ load }) {
    const { Model, handle }: typeof modelObservers = await load();
    return { handle, model: new Model('Customer') };
  },
  async iterate({ handle, model }, i) {
    const changes = await handle(model, { user: 'Ada', changes: [] }, { id: i });
    equal(changes.length, 1);
  },
  gauges: { observers: ({ model }) => model.observed },
  known: [
    {
      versions: 'leaky',
      class: 'closure *',
      perIteration: 1,
      retainer: 'Model.observers',
      reason: 'the observer of each request stays on the model, and holds the request',
    },
  ],
});
