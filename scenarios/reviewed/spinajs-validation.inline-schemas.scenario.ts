import { deepEqual } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { CUSTOMER, customerSchema, startValidator } from './spinajs/validator.ts';

export default scenario('an inline schema for each validation', {
  package: '@spinajs/validation',
  versions: ['2.0.450'],
  iterations: 100,
  async setup({ load }) {
    return { validator: await startValidator(load) };
  },
  iterate({ validator }) {
    deepEqual(validator.tryValidate(customerSchema(), CUSTOMER), [true, null]);
  },
  known: [
    {
      class: 'ValueScopeName',
      perIteration: 2,
      retainer: 'DataValidator.Validator ▸ Ajv',
      reason: 'ajv keeps each schema object, and the code it compiles it to, for as long as it lives itself',
    },
  ],
});
