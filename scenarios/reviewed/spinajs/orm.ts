import type { Load } from 'steadyheap';
import { startApplication } from '../../spinajs/application.ts';

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
