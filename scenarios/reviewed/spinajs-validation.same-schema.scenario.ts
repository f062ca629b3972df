import { deepEqual, equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { CUSTOMER, customerSchema, startValidator } from './spinajs/validator.ts';

export default scenario('one schema used again and again', {
  package: '@spinajs/validation',
  versions: ['2.0.450'],
  iterations: 100,
  async setup({ load }) {
    return { validator: await startValidator(load), schema: customerSchema() };
  },
  iterate({ validator, schema }) {
    // By its object, by its id, and with data that does not fit.
    deepEqual(validator.tryValidate(schema, CUSTOMER), [true, null]);
    validator.addSchema(customerSchema('customer'), 'customer');
    deepEqual(validator.tryValidate('customer', CUSTOMER), [true, null]);
    const [fits, errors] = validator.tryValidate(schema, { name: '', age: -1 });
    equal(fits, false);
    equal(errors.length, 2);
  },
});
