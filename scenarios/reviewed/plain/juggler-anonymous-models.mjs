// npm install loopback-datasource-juggler@7.0.3; node --expose-gc juggler-anonymous-models.mjs
// Each definition of a model makes new anonymous models of its nested objects, and the DataSource keeps them all.
import juggler from 'loopback-datasource-juggler';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const dataSource = new juggler.DataSource('shop', { connector: 'memory' });

await bytesPerIteration(
  'define()',
  () =>
    dataSource.define('Customer', {
      id: { type: Number, id: true },
      address: { street: String, city: { name: String } },
    }),
  200,
);
console.log('models:', Object.keys(dataSource.models).length);
