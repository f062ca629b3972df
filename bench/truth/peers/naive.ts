import { DEFAULTS } from '../../../harness/scenario/defaults.ts';
import { formatBytes } from '../../../harness/verdict/format.ts';
import type { Peer } from './peer.ts';
import { runTrial } from './run-trial.ts';

/** What stands in most hand-written tests: `heapUsed` after a collection must not be more than it was before. */
export const naive: Peer<'naive'> = {
  rules: ['naive'],
  async judge({ scenario, version, place }) {
    const { iterations = DEFAULTS.iterations } = scenario.fields;
    const read = [{ do: 'gc', times: 1 }, { do: 'heapUsed' }] as const;
    const steps = [{ do: 'iterate', iterations: 1 }, ...read, { do: 'iterate', iterations }, ...read] as const;
    const { heapUsed } = await runTrial(scenario, version, steps, place);
    const [before = 0, after = 0] = heapUsed;
    return { naive: { leak: after > before, figure: `${formatBytes(after - before)} in ${iterations} iterations` } };
  },
};
