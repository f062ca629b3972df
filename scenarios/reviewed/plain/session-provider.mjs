// DATABASE_URL=postgres://... node --expose-gc scenarios/reviewed/plain/session-provider.mjs
// The interval that removes expired sessions holds its provider; unref() only hides it from the list of resources.
import { Client } from 'pg';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const timers = () => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
const database = new Client(process.env.DATABASE_URL);
await database.connect();

for (const version of ['fixed', 'unref', 'leaky']) {
  const { DbSessionProvider } = await import(`../../../packages-under-test/session-provider-db/${version}/index.ts`);
  const use = async () => {
    const provider = new DbSessionProvider(database);
    await provider.resolve();
    await provider.dispose?.();
  };
  await bytesPerIteration(version, use, 100);
  console.log(`${version}, timers among the active resources: ${timers()}`);
}
process.exit();
