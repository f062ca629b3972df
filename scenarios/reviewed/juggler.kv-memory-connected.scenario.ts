import { scenario } from 'steadyheap';

export default scenario('DataSources of kv-memory that nobody disconnects', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource } = await load();
    return { DataSource };
  },
  async iterate({ DataSource }, i) {
    const Session = new DataSource(`cache-${i}`, { connector: 'kv-memory' }).createModel('Session');
    await Session.set('ada', { user: 'Ada' });
  },
});
