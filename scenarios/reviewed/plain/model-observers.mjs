// node --expose-gc scenarios/reviewed/plain/model-observers.mjs
// An observer that is registered per request stays on the model, and holds the request.
import { bytesPerIteration } from './bytes-per-iteration.mjs';

for (const version of ['leaky', 'fixed']) {
  const { handle, Model } = await import(`../../../packages-under-test/model-observers/${version}/index.ts`);
  const model = new Model('Customer');
  await bytesPerIteration(version, (i) => handle(model, { user: 'Ada', changes: [] }, { id: i }));
  console.log(`${version}, observers: ${model.observed}`);
}
