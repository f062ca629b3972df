// npm install @spinajs/di@2.0.450; node --expose-gc di-children.mjs
// A container holds each of its children until the child is disposed. @spinajs/di@2.0.268 does not.
import { DI } from '@spinajs/di';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

class Service {
  payload = new Array(100).fill(0.5);
}

await bytesPerIteration('child()', () => DI.child().resolve(Service));
console.log('children of the root container:', DI.RootContainer.children?.size);
