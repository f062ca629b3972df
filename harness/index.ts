/** What a scenario author imports. */
export type {
  BrowserService,
  Endpoint,
  FaultMode,
  KnownLeak,
  Limit,
  Load,
  PostgresService,
  Quantity,
  ScenarioDefinition,
  ScenarioOptions,
  ServiceName,
  Services,
  SetupContext,
  Thresholds,
} from './scenario/definition.ts';
export { scenario } from './scenario/scenario.ts';
