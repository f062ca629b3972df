import { withoutState } from '../../packages/index.ts';
import type { RunResult } from '../../run/result.ts';

/**
 * The name of a run in a baseline. Node counts by its major version: within one, V8 lays objects out alike, and a baseline
 * outlives the updates of a machine. What is not published counts without its state: it is held against what it was before.
 */
export function baselineKey({
  scenario,
  package: underTest,
  node,
}: Pick<RunResult, 'scenario' | 'package' | 'node'>): string {
  const major = node.replace(/^v/, '').split('.')[0];
  const version = underTest === null ? [] : [`${underTest.name}@${withoutState(underTest.version)}`];
  return [scenario, ...version, `Node ${major}`].join(' · ');
}

/** The part of such a name that says what was run: its scenario, and the version of its package. */
export function withoutNode(key: string): string {
  return key.replace(/ · Node \d+$/, '');
}
