import { validRange } from 'semver';
import { DEFAULTS } from './defaults.ts';
import type { ScenarioOptions } from './definition.ts';

/** What fits each field by itself but not together. */
export interface Contradiction {
  /** The fields that it is between. */
  between: (keyof ScenarioOptions)[];
  sentence: string;
}

/** The fields it looks at; of gauges the names only. */
type Fields = Pick<ScenarioOptions, 'package' | 'versions' | 'batches' | 'iterations' | 'thresholds' | 'known'> & {
  gauges?: object;
};

/** What contradicts each other in fields that are right by themselves. */
export function contradictions(fields: Fields): Contradiction[] {
  const found: Contradiction[] = [];
  const { versions, batches, iterations = DEFAULTS.iterations, gauges = {} } = fields;
  const say = (between: Contradiction['between'], sentence: string) => found.push({ between, sentence });
  if (fields.package === undefined && versions !== undefined) {
    say(['package', 'versions'], 'versions is given without package; name the package the versions are of');
  }
  if (fields.package !== undefined && versions === undefined) {
    say(
      ['package', 'versions'],
      `versions is missing; name the versions of ${fields.package} to run, such as ['1.0.0']`,
    );
  }
  if (versions !== undefined && new Set(versions).size < versions.length) {
    say(['versions'], 'versions names one version twice; name each once');
  }
  if (batches !== undefined && batches > iterations) {
    say(
      ['batches', 'iterations'],
      `batches is ${batches} but iterations is ${iterations}; a batch holds at least one iteration`,
    );
  }
  for (const gauge of Object.keys(fields.thresholds?.gauges ?? {})) {
    if (gauge in gauges) continue;
    say(['thresholds', 'gauges'], `thresholds.gauges.${gauge} limits a gauge that gauges does not define`);
  }
  for (const [i, { versions: leaking }] of (fields.known ?? []).entries()) {
    if (leaking === undefined || validRange(leaking) !== null || versions?.includes(leaking)) continue;
    say(['known', 'versions'], `known.${i}.versions is '${leaking}'; it is to be a semver range or one of versions`);
  }
  return found;
}
