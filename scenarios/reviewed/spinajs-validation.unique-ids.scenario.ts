import { deepEqual } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { CUSTOMER, customerSchema, startValidator } from './spinajs/validator.ts';

export default scenario('schemas added under ever new ids, and used', {
  package: '@spinajs/validation',
  versions: ['2.0.450'],
  iterations: 100,
  async setup({ load }) {
    return { validator: await startValidator(load) };
  },
  iterate({ validator }, i) {
    const id = `customer-${i}`;
    validator.addSchema(customerSchema(id), id);
    deepEqual(validator.tryValidate(id, CUSTOMER), [true, null]);
  },
  known: [
    {
      class: 'ValueScopeName',
      perIteration: 2,
      retainer: 'DataValidator.Validator ▸ Ajv',
      reason: 'ajv keeps each schema that is added, and the code it compiles it to',
    },
  ],
});
