import { deepEqual } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { CUSTOMER, customerSchema, startValidator } from './spinajs/validator.ts';

/** The fix that comes to mind first. It is none. */
export default scenario('schemas added, used and removed again', {
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
    validator.Validator.removeSchema(id);
  },
  gauges: { schemas: ({ validator }) => Object.keys(validator.Validator.schemas).length },
  known: [
    {
      class: 'ValueScopeName',
      perIteration: 2,
      retainer: 'DataValidator.Validator ▸ Ajv.scope',
      reason: 'removeSchema() takes the schema out of the list, but not out of the scope of the code compiled from it',
    },
  ],
});
