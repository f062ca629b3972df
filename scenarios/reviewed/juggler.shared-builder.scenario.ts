import { scenario } from 'steadyheap';

export default scenario('a DataSource per tenant with one ModelBuilder', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource, ModelBuilder } = await load();
    return { DataSource, builder: new ModelBuilder() };
  },
  async iterate({ DataSource, builder }, i) {
    const tenant = new DataSource(`tenant-${i}`, { connector: 'memory' }, builder);
    tenant.define(`Customer${i}`, {
      id: { type: Number, id: true },
      name: String,
      address: { street: String, city: { name: String, country: String } },
      contact: { email: String, phone: String },
    });
    await tenant.disconnect();
  },
  gauges: { models: ({ builder }) => Object.keys(builder.models).length },
  known: [
    {
      class: 'DataSource',
      perIteration: 1,
      retainer: 'ModelBuilder.',
      reason: 'the builder keeps the models of each tenant, and they their DataSource',
    },
  ],
});
