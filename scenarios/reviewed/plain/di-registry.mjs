// npm install @spinajs/di@2.0.450; node --expose-gc di-registry.mjs
// What is registered again is added to what is registered already. Services that are checked per instance: 2.0.268 only.
import * as di from '@spinajs/di';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

// Version 1 is CommonJS, and its names are not all found by import.
const { DI, PerInstanceCheck } = di.DI ? di : di.default;
const payload = (i) => new Array(100).fill(i + 0.5);

class Connection {
  constructor(name) {
    this.name = name;
    this.payload = payload(0);
  }

  __checkInstance__(options) {
    return options[0] === this.name;
  }
}

await bytesPerIteration('a factory under one name', (i) => {
  const values = payload(i);
  DI.register(() => ({ values })).as('service');
  DI.resolve('service');
});
await bytesPerIteration('asValue() under one name', (i) => {
  DI.register({ values: payload(i) }).asValue('settings');
  DI.get('settings');
});
if (DI.register({}).asMapValue) {
  await bytesPerIteration('asMapValue() under ever new keys', (i) =>
    DI.register({ i }).asMapValue('converters', `converter ${i}`),
  );
}
if (PerInstanceCheck) {
  PerInstanceCheck()(Connection);
  await bytesPerIteration('two instances in turn', (i) => DI.resolve(Connection, [i % 2 ? 'main' : 'replica']));
}
