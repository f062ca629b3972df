// npm install loopback-datasource-juggler@7.0.3; node --expose-gc juggler-kv-memory-sweep.mjs
// The sweep of expired keys is a property of the constructor instead of its prototype: the timer finds none and ends.
import juggler from 'loopback-datasource-juggler';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const dataSource = new juggler.DataSource('cache', { connector: 'kv-memory' });
const Session = dataSource.createModel('Session');
const session = { user: 'Ada', locale: 'en-GB', token: 'f'.repeat(128), cart: ['pen', 'ink'] };

await new Promise((resolve) => setTimeout(resolve, 1500));
console.log('the sweep still runs:', !dataSource.connector._cleanupTimer._destroyed);
await bytesPerIteration('keys that live 1 ms', (i) => Session.set(`session ${i}`, session, { ttl: 1 }));
await new Promise((resolve) => setTimeout(resolve, 2500));
console.log('keys left:', Object.keys(dataSource.connector._store.Session).length);
// Few enough to be over before the first timer of 1 s is.
await bytesPerIteration(
  'DataSources that nobody disconnects',
  async (i) => {
    const Other = new juggler.DataSource(`cache ${i}`, { connector: 'kv-memory' }).createModel('Session');
    await Other.set('ada', { user: 'Ada' });
  },
  20,
);
