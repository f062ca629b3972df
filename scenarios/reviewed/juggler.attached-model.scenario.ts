import { scenario } from 'steadyheap';

export default scenario('one model attached to many DataSources', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource, ModelBuilder } = await load();
    const Customer = new ModelBuilder().define('Customer', { id: { type: Number, id: true }, name: String });
    return { DataSource, Customer };
  },
  async iterate({ DataSource, Customer }, i) {
    const tenant = new DataSource(`tenant-${i}`, { connector: 'memory' });
    tenant.attach(Customer);
    await tenant.disconnect();
  },
  known: [
    {
      class: 'closure (anonymous) (datasource.js:*',
      perIteration: 1,
      retainer: 'Customer._mixins',
      reason: 'each DataSource adds a class of its own to the mixins of the model',
    },
    // Without a retainer: the last DataSource, with objects of its own, is held by the model.
    { class: 'Object', perIteration: 1, reason: 'the prototype of that class' },
  ],
});
