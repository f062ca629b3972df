import { scenario } from 'steadyheap';
import { startApplication } from './spinajs/application.ts';

export default scenario('repeated registration of one ORM model', {
  package: '@spinajs/orm',
  versions: ['2.0.450+di.2.0.450'],
  iterations: 100,
  async setup({ load }) {
    const { Connection, Model, ModelBase, Orm, Primary } = await load();
    const { DI } = await startApplication(load, {});

    class Customer extends ModelBase {}

    Connection('main')(Customer);
    Model('customers')(Customer);
    Primary()(Customer.prototype, 'Id');
    return { orm: await DI.resolve(Orm), Customer };
  },
  iterate({ orm, Customer }) {
    orm.registerModel(Customer);
  },
  gauges: { models: ({ orm }) => orm.Models.length },
  known: [
    {
      class: 'Object',
      perIteration: 1,
      retainer: 'Orm.Models',
      reason: 'registerModel() adds an entry to the list each time, even for a model that is in it',
    },
  ],
});
