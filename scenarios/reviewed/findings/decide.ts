import type { RunResult } from '../../../harness/run/result.ts';
import type { Claim, Evidence, Finding } from './claim.ts';
import { gaugeShows } from './gauges.ts';

/** How a claim stands, and by which runs. */
export interface Decision {
  /** `undecided` when a run is missing or ended otherwise. */
  finding: Finding | 'undecided';
  /** The run for each piece of the claim's evidence, in their order; undefined where there is none. */
  runs: (RunResult | undefined)[];
}

/** Holds a claim against results; when one run was made several times, the last one counts. */
export function decide({ decidedBy, finding }: Claim, runs: readonly RunResult[]): Decision {
  const found = decidedBy.map((evidence) => ({ evidence, run: runs.findLast((run) => isAbout(run, evidence)) }));
  const holds = found.every(({ evidence, run }) => run !== undefined && shows(run, evidence));
  return { finding: holds ? finding : 'undecided', runs: found.map(({ run }) => run) };
}

function isAbout(run: RunResult, { scenario, version }: Evidence): boolean {
  return run.scenario === scenario && run.package?.version === version;
}

function shows(run: RunResult, { verdict, gauges }: Evidence): boolean {
  // How many timers of some seconds are pending at once depends on the machine: what drains may look like what fills up.
  const stops = verdict === 'clean' || verdict === 'draining';
  const endedSo = run.verdict === verdict || (run.verdict === 'saturating' && stops);
  return endedSo && Object.entries(gauges).every(([name, expectation]) => gaugeShows(run, name, expectation));
}
