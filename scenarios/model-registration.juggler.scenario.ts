import { scenario } from 'steadyheap';

export default scenario('redefinition of a model with nested objects', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource } = await load();
    return { dataSource: new DataSource('shop', { connector: 'memory' }) };
  },
  iterate({ dataSource }) {
    dataSource.define('Customer', {
      id: { type: Number, id: true },
      name: String,
      address: { street: String, city: { name: String, country: String } },
      contact: { email: String, phone: String },
    });
  },
  async teardown({ dataSource }) {
    await dataSource.disconnect();
  },
  gauges: { models: ({ dataSource }) => Object.keys(dataSource.models).length },
  known: [
    {
      class: 'closure AnonymousModel_*',
      perIteration: 3,
      retainer: 'DataSource.models',
      reason: 'every nested object becomes an anonymous model of a new name, which the DataSource keeps',
    },
    {
      class: 'ModelDefinition',
      perIteration: 3,
      retainer: 'DataSource.definitions',
      reason: 'the definitions of these anonymous models are kept beside them',
    },
  ],
});
