import { scenario } from 'steadyheap';

export default scenario('models built from instances', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource } = await load();
    return { dataSource: new DataSource('shop', { connector: 'memory' }) };
  },
  iterate({ dataSource }) {
    dataSource.buildModelFromInstance('Customer', {
      id: 1,
      name: 'Ada',
      address: { street: 'High St', city: { name: 'Bath', country: 'GB' } },
      contact: { email: 'ada@example.org', phone: '1' },
    });
  },
  async teardown({ dataSource }) {
    await dataSource.disconnect();
  },
  known: [
    {
      class: 'ModelDefinition',
      perIteration: 6,
      retainer: 'DataSource.',
      reason: 'every nested object becomes an anonymous model of a new name, which the DataSource keeps',
    },
  ],
});
