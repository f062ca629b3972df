import { scenario } from 'steadyheap';
import { startApplication } from './spinajs/application.ts';

export default scenario('registration of new ORM models', {
  package: '@spinajs/orm',
  versions: ['2.0.450+di.2.0.450'],
  iterations: 100,
  async setup({ load }) {
    const { Connection, Model, ModelBase, Orm, Primary } = await load();
    const { DI } = await startApplication(load, {});
    const defineCustomer = () => {
      class Customer extends ModelBase {}

      Connection('main')(Customer);
      Model('customers')(Customer);
      Primary()(Customer.prototype, 'Id');
      return Customer;
    };
    return { orm: await DI.resolve(Orm), defineCustomer };
  },
  iterate({ orm, defineCustomer }) {
    orm.registerModel(defineCustomer());
  },
  gauges: { models: ({ orm }) => orm.Models.length },
  known: [
    {
      class: 'closure Customer*',
      perIteration: 1,
      retainer: 'Orm.Models',
      reason: 'the list of models has no way to take one out',
    },
  ],
});
