import { type ScenarioDefinition, scenario } from 'steadyheap';

/** A scenario of the corpus, which expects its leak, as it is where nobody knows of the leak yet. */
export function asUnknown<Context>(inCorpus: ScenarioDefinition<Context>): ScenarioDefinition<Context> {
  const { known, ...options } = inCorpus.options;
  return scenario(inCorpus.name, options);
}
