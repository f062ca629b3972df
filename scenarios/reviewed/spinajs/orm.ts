import type { KnownLeak, Load } from 'steadyheap';
import { startApplication } from '../../spinajs/application.ts';

/** Of an ORM that is disposed. */
export const FACTORY_STAYS: KnownLeak = {
  class: 'Orm',
  perIteration: 1,
  retainer: 'Container.registry',
  reason: 'each ORM registers a factory of connections, which holds it, and dispose() takes none out',
};

/** Of an ORM of two connections. */
export const CHILDREN_STAY: KnownLeak = {
  versions: '2.0.450+di.2.0.450',
  class: 'Container',
  perIteration: 2,
  retainer: 'Container.children',
  reason: 'the container remembers every child, and the ORM never disposes those of its drivers',
};

/** A connection of this driver, and a working one that dispose() closes after it. */
export function closedAfter(driver: 'stubborn' | 'hanging'): object[] {
  return [
    { Name: 'main', Driver: driver },
    { Name: 'replica', Driver: 'working' },
  ];
}

/**
 * Loads @spinajs/orm with four drivers: `working` connects and disconnects, `refused` fails to connect, `stubborn` fails to
 * disconnect, `hanging` never ends doing so. `connections` are those of db.Connections.
 */
export async function loadOrm(load: Load, connections: object[]) {
  const { Orm, OrmDriver, OrmMigration } = await load();
  const { DI, Injectable, NewInstance } = await startApplication(load, { 'db.Connections': connections });

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

  class RefusedDriver extends WorkingDriver {
    override async connect(): Promise<this> {
      throw new Error('connection refused');
    }
  }

  class StubbornDriver extends WorkingDriver {
    override async disconnect(): Promise<this> {
      throw new Error('cannot disconnect');
    }
  }

  class HangingDriver extends WorkingDriver {
    override disconnect(): Promise<this> {
      return new Promise(() => {});
    }
  }

  const drivers = { working: WorkingDriver, refused: RefusedDriver, stubborn: StubbornDriver, hanging: HangingDriver };
  for (const [name, driver] of Object.entries(drivers)) {
    NewInstance()(driver);
    Injectable(name)(driver);
  }
  return { DI, Orm, OrmMigration, openConnections: () => open };
}
