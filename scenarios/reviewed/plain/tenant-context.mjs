// node --expose-gc scenarios/reviewed/plain/tenant-context.mjs
// Only the map keeps contexts: with a weak one, closures, listeners and the circle of context and domain cost nothing.
import { bytesPerIteration } from './bytes-per-iteration.mjs';

for (const version of ['0.6.2', '0.6.3-closures', 'weak', 'fixed']) {
  const { currentContext, runInContext } = await import(
    `../../../packages-under-test/tenant-context/${version}/index.ts`
  );
  await bytesPerIteration(version, (i) =>
    runInContext(`tenant ${i % 10}`, async () => {
      currentContext().set('payload', new Float64Array(64).fill(i));
    }),
  );
}
