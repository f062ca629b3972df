// npm install loopback-datasource-juggler@7.0.3; node --expose-gc juggler-models.mjs
// What keeps models, and with them DataSources, although they were deleted, replaced or disconnected.
import juggler from 'loopback-datasource-juggler';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const { DataSource, ModelBuilder } = juggler;
const open = (name, builder) => new DataSource(name, { connector: 'memory' }, builder);
const shape = {
  id: { type: Number, id: true },
  address: { street: String, city: { name: String } },
  contact: { email: String },
};

const shop = open('shop');
await bytesPerIteration(
  'a tenant, disconnected',
  async (i) => {
    const tenant = open(`tenant ${i}`);
    await tenant.define('Customer', shape).create({ id: 1, address: { street: 'High St' } });
    await tenant.disconnect();
  },
  200,
);
await bytesPerIteration(
  'a model of a new name, deleted',
  (i) => {
    shop.define(`Customer${i}`, shape);
    shop.deleteModelByName(`Customer${i}`);
  },
  200,
);
await bytesPerIteration(
  'a model, all deleted',
  () => {
    shop.define('Customer', shape);
    shop.deleteAllModels();
  },
  200,
);
const builder = new ModelBuilder();
await bytesPerIteration(
  'a DataSource with a shared builder, disconnected',
  async (i) => {
    const tenant = open(`sharing ${i}`, builder);
    tenant.define(`Customer${i}`, shape);
    await tenant.disconnect();
  },
  200,
);
const Attached = new ModelBuilder().define('Attached', { id: { type: Number, id: true } });
await bytesPerIteration(
  'one model attached, disconnected',
  async (i) => {
    const tenant = open(`attaching ${i}`);
    tenant.attach(Attached);
    await tenant.disconnect();
  },
  200,
);
await bytesPerIteration(
  'a model built from an instance',
  () => shop.buildModelFromInstance('Built', { id: 1, address: { street: 'High St', city: { name: 'Bath' } } }),
  200,
);
const Observed = shop.define('Observed', { id: { type: Number, id: true }, name: String });
await bytesPerIteration('observe()', () => Observed.observe('before save', async () => {}));
await bytesPerIteration('validatesPresenceOf()', () => Observed.validatesPresenceOf('name'));
