// npm install ajv@8.20.0; node --expose-gc ajv-scope.mjs
// What a schema was compiled to stays in the scope of the Ajv instance, whether the schema is removed or not.
import Ajv from 'ajv';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

let ajv = new Ajv();
const schema = (id) => ({ $id: id, type: 'object', required: ['name'], properties: { name: { type: 'string' } } });

await bytesPerIteration('added, used, kept', (i) => {
  ajv.addSchema(schema(`kept-${i}`));
  ajv.validate(`kept-${i}`, { name: 'Ada' });
});
ajv = new Ajv();
await bytesPerIteration('added, used, removed', (i) => {
  ajv.addSchema(schema(`customer-${i}`));
  ajv.validate(`customer-${i}`, { name: 'Ada' });
  ajv.removeSchema(`customer-${i}`);
});
console.log(
  'schemas left:',
  Object.keys(ajv.schemas).length,
  'names left in the scope:',
  ajv.scope._values.schema.size,
);

const one = schema('customer');
await bytesPerIteration('one schema object', () => ajv.validate(one, { name: 'Ada' }));
