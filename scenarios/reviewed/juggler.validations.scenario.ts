import { scenario } from 'steadyheap';

export default scenario('validations added per request', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 200,
  async setup({ load }) {
    const { DataSource } = await load();
    const dataSource = new DataSource('shop', { connector: 'memory' });
    return { dataSource, Customer: dataSource.define('Customer', { id: { type: Number, id: true }, name: String }) };
  },
  iterate({ Customer }) {
    Customer.validatesPresenceOf('name');
  },
  async teardown({ dataSource }) {
    await dataSource.disconnect();
  },
  known: [
    {
      class: 'Object',
      perIteration: 2,
      retainer: 'Customer.validations',
      reason: 'a validation is added although the same one is there, and there is no call that removes one',
    },
  ],
});
