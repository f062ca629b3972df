import type { Load } from 'steadyheap';
import { startApplication } from '../../spinajs/application.ts';

/** Loads @spinajs/orm with two drivers: `working` connects, `refused` fails to. `connections` are those of db.Connections. */
export async function loadOrm(load: Load, connections: object[]) {
  const { Orm, OrmDriver } = await load();
  const { DI, Injectable, NewInstance } = await startApplication(load, { 'db.Connections': connections });

  class WorkingDriver extends OrmDriver {
    async connect() {
      return this;
    }

    async disconnect() {
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

  const drivers = { working: WorkingDriver, refused: RefusedDriver, stubborn: StubbornDriver };
  for (const [name, driver] of Object.entries(drivers)) {
    NewInstance()(driver);
    Injectable(name)(driver);
  }
  return { DI, Orm };
}
