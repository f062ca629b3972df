import { scenario } from 'steadyheap';

export default scenario('models of nested objects, all deleted again', {
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
    dataSource.deleteAllModels();
  },
  async teardown({ dataSource }) {
    await dataSource.disconnect();
  },
  gauges: { models: ({ dataSource }) => Object.keys(dataSource.models).length },
});
