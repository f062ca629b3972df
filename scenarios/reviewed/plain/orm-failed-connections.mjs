// npm init -y; npm pkg set 'overrides[@spinajs/di]=2.0.450'
// npm install @spinajs/orm@2.0.450 typescript-mix@3.1.3; node --expose-gc orm-failed-connections.mjs
// And again in another folder with 2.0.268 instead of the first 2.0.450: only the container differs.
import { Configuration } from '@spinajs/configuration-common';
import { DI, Injectable, NewInstance } from '@spinajs/di';
import { Log } from '@spinajs/log-common';
import { Orm, OrmDriver } from '@spinajs/orm';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

class Settings extends Configuration {
  get(name, defaultValue) {
    return name === 'db.Connections' ? [{ Name: 'main', Driver: 'refused' }] : defaultValue;
  }
}

class SilentLog extends Log {
  trace() {}
  info() {}
  success() {}
  warn() {}
}

class RefusedDriver extends OrmDriver {
  async connect() {
    throw new Error('connection refused');
  }
}

Injectable(Configuration)(Settings);
NewInstance()(SilentLog);
Injectable(Log)(SilentLog);
NewInstance()(RefusedDriver);
Injectable('refused')(RefusedDriver);

await bytesPerIteration('failed connections', () => DI.resolve(Orm).catch(() => {}), 200);
