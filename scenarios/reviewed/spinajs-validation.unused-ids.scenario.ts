import { scenario } from 'steadyheap';
import { customerSchema, startValidator } from './spinajs/validator.ts';

export default scenario('schemas added under ever new ids, and never used', {
  package: '@spinajs/validation',
  versions: ['2.0.450'],
  iterations: 100,
  async setup({ load }) {
    return { validator: await startValidator(load) };
  },
  iterate({ validator }, i) {
    validator.addSchema(customerSchema(`customer-${i}`), `customer-${i}`);
  },
  known: [
    {
      class: 'SchemaEnv',
      perIteration: 1,
      // Both its list of schemas and its cache keep each of them.
      retainer: 'DataValidator.Validator ▸ Ajv',
      reason: 'ajv keeps each schema that is added',
    },
    { class: 'string', perIteration: 1, reason: 'its id is the name of a property of the list' },
  ],
});
