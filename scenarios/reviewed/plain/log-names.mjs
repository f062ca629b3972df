// npm init -y; npm pkg set 'overrides[@spinajs/di]=2.0.450'
// npm install @spinajs/log@2.0.450
// TESTING=1 node --expose-gc log-names.mjs
// The log keeps a logger of each name, and a logger each timer that is not ended.
import { Configuration } from '@spinajs/configuration-common';
import { DI, Injectable } from '@spinajs/di';
import '@spinajs/log';
import { Log, LogTarget } from '@spinajs/log-common';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const logger = {
  targets: [{ name: 'Silent', type: 'SilentTarget' }],
  rules: [{ name: '*', level: 'trace', target: 'Silent' }],
};

class Settings extends Configuration {
  get(name, defaultValue) {
    return name === 'logger' ? logger : defaultValue;
  }
}

class SilentTarget extends LogTarget {
  async write() {}
}

Injectable(Configuration)(Settings);
await DI.resolve(Configuration);
DI.register(SilentTarget).as('SilentTarget');
const log = (name) => DI.resolve(Log, [name]);

await bytesPerIteration('a logger of a new name', (i) => log(`request ${i}`).info('started'), 200);
await bytesPerIteration('timeStart() without timeEnd()', (i) => log('requests').timeStart(`request ${i}`));
await bytesPerIteration('timeStart() and timeEnd()', (i) => {
  log('requests').timeStart(`ended ${i}`);
  log('requests').timeEnd(`ended ${i}`);
});
console.log('loggers:', Log.Loggers.size, 'timers:', log('requests').Timers.size);
