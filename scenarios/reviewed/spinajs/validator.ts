import type { Load } from 'steadyheap';
import { provideSettings, silenceLog } from './settings.ts';

/** Resolves the validator of @spinajs/validation, with no schema but those the scenario adds. */
export async function startValidator(load: Load) {
  const { DataValidator } = await load();
  await silenceLog(load);
  const { DI } = await provideSettings(load, { validation: { allErrors: true } });
  return DI.resolve(DataValidator);
}

/** A schema of a customer, a new object each time. */
export function customerSchema($id?: string) {
  return {
    ...($id && { $id }),
    type: 'object',
    required: ['name', 'age'],
    properties: {
      name: { type: 'string', minLength: 1 },
      age: { type: 'integer', minimum: 0 },
      email: { type: 'string', format: 'email' },
    },
  };
}

export const CUSTOMER = { name: 'Ada', age: 36, email: 'ada@example.org' };
