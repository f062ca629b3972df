/** What `import ... from 'steadyheap'` is inside a subject: just enough to hand the definition over. */
import type { ScenarioDefinition, ScenarioOptions } from '../scenario/definition.ts';

/** See `harness/scenario/scenario.ts`; validation has happened in the parent. */
export function scenario<Context>(name: string, options: ScenarioOptions<Context>): ScenarioDefinition<Context> {
  return { name, options };
}
