import type { RunResult } from '../../../harness/run/result.ts';
import type { Claim, Evidence, Finding } from './claim.ts';

export interface Decision {
  /** `undecided` when a run is missing or ended otherwise. */
  finding: Finding | 'undecided';
  /** What each run measured, a phrase each, in the order of the claim's evidence. */
  measured: string[];
}

/** Holds a claim against results; when one run was made several times, the last one counts. */
export function decide({ decidedBy, finding }: Claim, runs: readonly RunResult[]): Decision {
  const found = decidedBy.map((evidence) => ({ evidence, run: runs.findLast((run) => isAbout(run, evidence)) }));
  const holds = found.every(({ evidence, run }) => run !== undefined && endedAs(run, evidence));
  return {
    finding: holds ? finding : 'undecided',
    measured: found.map(({ evidence, run }) => `${evidence.version}: ${run ? phrase(run) : 'not run'}`),
  };
}

function isAbout(run: RunResult, { scenario, version }: Evidence): boolean {
  return run.scenario === scenario && run.package?.version === version;
}

function endedAs({ verdict }: RunResult, evidence: Evidence): boolean {
  return verdict === evidence.verdict || (verdict === 'saturating' && evidence.verdict === 'clean');
}

/** What a run measured, in a few words. */
function phrase({ verdict, growth, drainSeconds, classes }: RunResult): string {
  if (verdict !== 'leak' && verdict !== 'draining') return verdict;
  const grown = Object.entries({ ...growth.handles, processes: growth.processes })
    .filter(([, rate]) => rate > 0)
    .map(([type, rate]) => `${count(rate)} ${type}`);
  const bytes = Math.round(growth.heapBytes + growth.externalBytes);
  const amounts = [`${bytes.toLocaleString('en')} B`, ...grown].join(', ');
  if (verdict === 'draining') return `draining, ${amounts} an iteration, gone after ${drainSeconds?.toFixed(0)} s`;
  const path = classes[0]?.retainerPath.slice(0, -1).slice(-3).join(' ▸ ');
  return `leak, ${amounts} an iteration${path ? `, kept by \`${path}\`` : ''}`;
}

function count(rate: number): string {
  return String(Number(rate.toFixed(2)));
}
