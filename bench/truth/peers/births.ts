import path from 'node:path';
import { readSnapshot, takeCensus } from '../../../harness/heap/index.ts';
import { flagsFor } from '../../../harness/run/flags.ts';
import { DEFAULTS } from '../../../harness/scenario/defaults.ts';
import { bornInAll } from './births-rule.ts';
import type { Peer } from './peer.ts';
import { runTrial } from './run-trial.ts';

/**
 * A cheaper way to measure: marks at baseline, middle and target instead of snapshots, and one snapshot at the end, read as
 * steadyheap reads its own. It knows when each object was born, and not how many there were before. The flags are
 * steadyheap's, and so are the iterations: as many to warm up as are measured.
 */
export const births: Peer<'births'> = {
  rules: ['births'],
  async judge({ scenario, version, place }) {
    const file = path.join(place.directory, 'target.heapsnapshot');
    const { iterations = DEFAULTS.iterations } = scenario.fields;
    const half = Math.ceil(iterations / 2);
    const steps = [
      { do: 'iterate', iterations },
      { do: 'mark' },
      { do: 'iterate', iterations: half },
      { do: 'mark' },
      { do: 'iterate', iterations: iterations - half },
      { do: 'mark' },
      { do: 'snapshot', file },
    ] as const;
    const flags = await flagsFor('exact', process.execPath);
    const { marks, snapshotMs } = await runTrial(scenario, version, steps, { ...place, flags });
    const snapshot = await readSnapshot(file);
    const ids = marks.map(({ id }) => id);
    const born = ids.slice(1).map((bornUntil, i) => takeCensus(snapshot, { bornAfter: ids[i] ?? 0, bornUntil }));
    const suspects = bornInAll(born);
    const shown = suspects.slice(0, 3).join(', ') || 'nothing';
    return {
      births: {
        leak: suspects.length > 0,
        figure: `born in every interval: ${shown}, ${suspects.length} in all`,
        ms: { marks: marks.reduce((sum, { ms }) => sum + ms, 0), snapshot: snapshotMs[0] ?? 0 },
      },
    };
  },
};
