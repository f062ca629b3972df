import type { ScenarioDefinition } from '../scenario/definition.ts';
import type { ScenarioDescription } from './protocol.ts';

/** How a function is told in a description. */
const FUNCTION_MARK = 'function';

function describeValue(value: unknown): unknown {
  if (typeof value === 'function') return { kind: FUNCTION_MARK };
  if (typeof value === 'bigint' || typeof value === 'symbol') return { kind: typeof value, text: String(value) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { kind: 'number', text: String(value) };
  if (Array.isArray(value)) return value.map(describeValue);
  if (value !== null && typeof value === 'object') {
    // A field that is undefined is a field left out.
    const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(given.map(([key, inner]) => [key, describeValue(inner)]));
  }
  return value;
}

/** The definition as JSON-able data: what it says, without what it does. */
export function describe(definition: ScenarioDefinition): ScenarioDescription {
  return { name: definition.name, options: describeValue(definition.options) as Record<string, unknown> };
}
