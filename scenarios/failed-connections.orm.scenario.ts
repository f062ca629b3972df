import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { startApplication } from './spinajs/application.ts';

export default scenario('failed connections of @spinajs/orm', {
  package: '@spinajs/orm',
  // The same ORM twice: only the version of the container beside it differs.
  versions: ['2.0.450+di.2.0.450', '2.0.450+di.2.0.268'],
  iterations: 100,
  async setup({ load }) {
    const { Orm, OrmDriver } = await load();
    const { DI, Injectable, NewInstance } = await startApplication(load, {
      'db.Connections': [{ Name: 'main', Driver: 'refused' }],
    });

    class RefusedDriver extends OrmDriver {
      async connect() {
        throw new Error('connection refused');
      }
    }

    NewInstance()(RefusedDriver);
    Injectable('refused')(RefusedDriver);
    return { DI, Orm };
  },
  async iterate({ DI, Orm }) {
    await rejects(DI.resolve(Orm), /connection refused/);
  },
  known: [
    {
      versions: '2.0.450+di.2.0.450',
      class: 'Container',
      perIteration: 1,
      retainer: 'Container.children',
      reason: 'the container remembers every child, and the ORM never disposes the one of a driver that fails',
    },
  ],
});
