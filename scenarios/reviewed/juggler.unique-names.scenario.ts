import { scenario } from 'steadyheap';

export default scenario('models of ever new names, deleted again', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource } = await load();
    return { dataSource: new DataSource('shop', { connector: 'memory' }) };
  },
  iterate({ dataSource }, i) {
    dataSource.define(`Customer${i}`, {
      id: { type: Number, id: true },
      name: String,
      address: { street: String, city: { name: String, country: String } },
      contact: { email: String, phone: String },
    });
    dataSource.deleteModelByName(`Customer${i}`);
  },
  async teardown({ dataSource }) {
    await dataSource.disconnect();
  },
  gauges: { models: ({ dataSource }) => Object.keys(dataSource.models).length },
  known: [
    {
      class: 'ModelDefinition',
      perIteration: 3,
      retainer: 'DataSource.',
      reason: 'deleteModelByName() deletes the named model, and not the anonymous ones of its nested objects',
    },
  ],
});
