import { scenario } from 'steadyheap';

export default scenario('observers added per request', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 200,
  async setup({ load }) {
    const { DataSource } = await load();
    const dataSource = new DataSource('shop', { connector: 'memory' });
    return { dataSource, Customer: dataSource.define('Customer', { id: { type: Number, id: true }, name: String }) };
  },
  iterate({ Customer }) {
    Customer.observe('before save', async () => {});
  },
  async teardown({ dataSource }) {
    await dataSource.disconnect();
  },
  known: [
    {
      class: 'closure (anonymous) (juggler.observers*',
      perIteration: 1,
      retainer: 'Customer._observers',
      reason: 'an observer stays on its model until removeObserver() is called',
    },
  ],
});
