import { RequestError } from '../scenario/errors.ts';
import { NOISE_OF_SPEED, ROUNDS_FOR_SPEED } from './metrics.ts';
import type { Rule } from './rules.ts';

/** What rules are to be judged on. */
interface Ground {
  /** Names of the scenario's gauges. */
  gauges: readonly string[];
  /** Runs of each version. */
  rounds: number;
}

/** The sentence against a rule about speed that no run could break; null when one could. */
function againstSpeed(most: number, rounds: number): string | null {
  if (most >= 1) return 'a speed cannot fall by 100 % or more; write less, such as speed>80%';
  if (most >= NOISE_OF_SPEED || rounds >= ROUNDS_FOR_SPEED) return null;
  return `two runs of one version differ in speed by up to ${NOISE_OF_SPEED * 100} %; add --rounds ${ROUNDS_FOR_SPEED}, which tells less, or write speed>${NOISE_OF_SPEED * 100}%`;
}

/** Refuses rules that can never be judged, before anything is measured. Throws a RequestError. */
export function checkRules(rules: readonly Rule[], { gauges, rounds }: Ground): void {
  for (const rule of rules) {
    if (rule.kind !== 'metric') continue;
    const { written, metric, most } = rule;
    const [, gauge] = /^gauge (.*)$/.exec(metric) ?? [];
    if (gauge !== undefined && !gauges.includes(gauge)) {
      const there = gauges.length === 0 ? 'it has none' : `it has ${gauges.join(', ')}`;
      throw new RequestError(`--fail-on ${written}: the scenario has no gauge ${gauge}; ${there}`);
    }
    const against = metric === 'speed' && 'part' in most ? againstSpeed(most.part, rounds) : null;
    if (against !== null) throw new RequestError(`--fail-on ${written}: ${against}`);
  }
}
