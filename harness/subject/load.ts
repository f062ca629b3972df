import { createRequire } from 'node:module';
import type { Load } from '../scenario/definition.ts';
import type { SubjectPlan } from './protocol.ts';

const require = createRequire(import.meta.url);

/**
 * What an author means by "the module": for CommonJS what `require` would give, for ESM the namespace. Node's versions
 * differ in what they add to the namespace of a CommonJS module, so that is not handed out.
 */
function unwrap(namespace: { default?: unknown }): unknown {
  if (!('default' in namespace)) return namespace;
  for (const module of Object.values(require.cache)) {
    if (module?.exports === namespace.default) return namespace.default;
  }
  return namespace;
}

/** Makes the `load` that `setup` is given. */
export async function makeLoad(plan: SubjectPlan): Promise<Load> {
  if (plan.loader === null) {
    return async () => {
      throw new Error('load() needs a package under test: give the scenario a `package`');
    };
  }
  const { default: importFrom } = (await import(plan.loader)) as { default: (specifier: string) => Promise<object> };
  return async (specifier) => unwrap(await importFrom(specifier ?? (plan.entry as string)));
}
