// npm init -y; npm pkg set 'overrides[@spinajs/di]=2.0.450'
// npm install @spinajs/orm@2.0.450 typescript-mix@3.1.3; node --expose-gc orm-registrations.mjs
// Each ORM leaves a factory in the root container, which holds it; models and migrations are never taken out of one.
import { Configuration } from '@spinajs/configuration-common';
import { DI, Injectable, NewInstance } from '@spinajs/di';
import { Log } from '@spinajs/log-common';
import { Connection, Model, ModelBase, Orm, OrmDriver, OrmMigration, Primary } from '@spinajs/orm';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

let connections = [{ Name: 'main', Driver: 'working' }];

class Settings extends Configuration {
  get(name, defaultValue) {
    return name === 'db.Connections' ? connections : defaultValue;
  }
}

class SilentLog extends Log {
  trace() {}
  info() {}
  success() {}
  warn() {}
}

let open = 0;

class WorkingDriver extends OrmDriver {
  async connect() {
    open++;
    return this;
  }
  async disconnect() {
    open--;
    return this;
  }
  async tableInfo() {
    return null;
  }
}

class StubbornDriver extends WorkingDriver {
  async disconnect() {
    throw new Error('cannot disconnect');
  }
}

Injectable(Configuration)(Settings);
NewInstance()(SilentLog);
Injectable(Log)(SilentLog);
for (const [name, driver] of Object.entries({ working: WorkingDriver, stubborn: StubbornDriver })) {
  NewInstance()(driver);
  Injectable(name)(driver);
}

async function resolveAndDispose() {
  const orm = await DI.resolve(Orm);
  await orm.dispose().catch(() => {});
  DI.uncache(Orm);
}

function defineCustomer() {
  class Customer extends ModelBase {}
  Connection('main')(Customer);
  Model('customers')(Customer);
  Primary()(Customer.prototype, 'Id');
  return Customer;
}

class CreateCustomers_2026_01_01_12_00_00 extends OrmMigration {}

await bytesPerIteration('connected and disposed', resolveAndDispose, 200);
connections = [
  { Name: 'main', Driver: 'stubborn' },
  { Name: 'replica', Driver: 'working' },
];
await bytesPerIteration('one of two connections fails to disconnect', resolveAndDispose, 200);
console.log('connections open after 400 times dispose():', open);

connections = [];
const orm = await DI.resolve(Orm);
const Customer = defineCustomer();
await bytesPerIteration('one model registered again', () => orm.registerModel(Customer));
await bytesPerIteration('a new model registered', () => orm.registerModel(defineCustomer()));
await bytesPerIteration('one migration registered again', () =>
  orm.registerMigration(CreateCustomers_2026_01_01_12_00_00),
);
console.log('models in the list:', orm.Models.length, 'migrations:', orm.Migrations.length);
