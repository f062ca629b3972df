import type { ScenarioDefinition, ScenarioOptions } from './definition.ts';

type Collector = (definition: ScenarioDefinition) => void;
let collect: Collector | null = null;

/** Lets a test runner hear of each scenario that the file it imports defines. */
export function onScenario(collector: Collector): void {
  collect = collector;
}

/**
 * Defines a scenario; a scenario file exports the result as its default.
 *
 * @param name What is repeated, in words: it stands in reports and is the key of baselines.
 * @param options See {@link ScenarioOptions}; checked before anything runs.
 */
export function scenario<Context>(name: string, options: ScenarioOptions<Context>): ScenarioDefinition<Context> {
  const definition: ScenarioDefinition<Context> = { name, options };
  collect?.(definition as ScenarioDefinition);
  return definition;
}
