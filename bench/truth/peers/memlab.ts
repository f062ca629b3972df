import path from 'node:path';
import { askChild } from './ask-child.ts';
import type { Peer } from './peer.ts';
import { runTrial } from './run-trial.ts';

/** Before the baseline, from there to the target, and from there to the final snapshot. */
const ITERATIONS = [10, 30, 30] as const;

/**
 * memlab 2.0.5 on a triple: what is born between baseline and target and still alive at the final snapshot, 30 iterations
 * later, so that what a cache has dropped meanwhile is no survivor. By its own rules, and with a filter that lets
 * everything through that a program in Node can hold on to.
 */
export const memlab: Peer<'memlab' | 'memlab permissive'> = {
  rules: ['memlab', 'memlab permissive'],
  async judge({ scenario, version, place }) {
    const names = ['baseline', 'target', 'final'];
    const files = names.map((name) => path.join(place.directory, `${name}.heapsnapshot`));
    const steps = ITERATIONS.flatMap((iterations, i) => [
      { do: 'iterate' as const, iterations },
      { do: 'tick' as const },
      { do: 'snapshot' as const, file: files[i] as string },
    ]);
    await runTrial(scenario, version, steps, place);
    const folder = path.join(place.directory, 'memlab');
    const found = await askChild<{ byDefault: number; permissive: number }>(
      'memlab-program.ts',
      [...files, folder],
      place.signal,
    );
    const answer = (clusters: number) => ({ leak: clusters > 0, figure: `${clusters} clusters` });
    return { memlab: answer(found.byDefault), 'memlab permissive': answer(found.permissive) };
  },
};
