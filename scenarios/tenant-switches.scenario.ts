import { scenario } from 'steadyheap';

export default scenario('100 tenant switches', {
  package: 'loopback-datasource-juggler',
  versions: ['4.28.9', '5.2.2', '6.0.6', '7.0.3'],
  iterations: 100,
  async setup({ load }) {
    const { DataSource } = await load();
    return { DataSource };
  },
  async iterate({ DataSource }, i) {
    const tenant = new DataSource(`tenant-${i}`, { connector: 'memory' });
    const Customer = tenant.define('Customer', {
      id: { type: Number, id: true },
      name: String,
      address: { street: String, city: { name: String, country: String } },
    });
    const Order = tenant.define('Order', {
      id: { type: Number, id: true },
      customerId: Number,
      shipping: { carrier: String, price: Number },
    });
    const { id } = await Customer.create({ name: 'Ada', address: { street: 'High St', city: { name: 'Bath' } } });
    await Order.create({ customerId: id, shipping: { carrier: 'Post', price: 4 } });
    await Order.findOne({ where: { customerId: id } });
    await tenant.disconnect();
  },
});
