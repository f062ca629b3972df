import path from 'node:path';
import { askChild } from './ask-child.ts';
import { FUITE_ITERATIONS, type FuiteView, fuiteRule, fuiteSuspects } from './fuite-rule.ts';
import type { Peer } from './peer.ts';
import { runTrial } from './run-trial.ts';

/**
 * fuite 5.0.9, which is made for pages, in Node: its steps around its seven iterations, its snapshot diff by its own
 * library, its collections through the inspector. DOM nodes and their listeners do not exist here.
 */
export const fuite: Peer<'fuite'> = {
  rules: ['fuite'],
  async judge({ scenario, version, place }) {
    const [before, after] = ['before', 'after'].map((name) => path.join(place.directory, `${name}.heapsnapshot`)) as [
      string,
      string,
    ];
    const steps = [
      { do: 'iterate', iterations: 1 },
      { do: 'remember-collections' },
      { do: 'snapshot', file: before },
      { do: 'iterate', iterations: FUITE_ITERATIONS },
      { do: 'snapshot', file: after },
      { do: 'compare-collections' },
    ] as const;
    const { collections } = await runTrial(scenario, version, steps, place);
    const compared = await askChild<Omit<FuiteView, 'collections'>>('fuite-program.ts', [before, after], place.signal);
    const view = { ...compared, collections };
    const suspects = fuiteSuspects(view);
    const shown = suspects.slice(0, 3).join(', ') || 'nothing';
    return {
      fuite: { leak: fuiteRule(view), figure: `${view.bytes} B; suspects ${shown}, ${suspects.length} in all` },
    };
  },
};
