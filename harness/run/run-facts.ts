import type { MemlabProcess } from '../heap/memlab/index.ts';
import type { Recorder } from './recorder.ts';
import type { RunResult } from './result.ts';
import type { RunRequest } from './run.ts';

/** What a run knows of itself before its verdict. */
export interface RunFacts {
  request: RunRequest;
  flags: string[];
  versions: { node: string; v8: string };
  /** File of what the subject printed, absolute. */
  log: string;
  wallMs: number;
  peakRssBytes: number;
  recorder: Recorder;
  /** Has loaded memlab already; null when the run did not get that far. */
  memlab: MemlabProcess | null;
  signal: AbortSignal | undefined;
}

/** The fields of a result that tell which run it is, and all that was sampled. */
export function identity({ request, flags, versions, recorder, log }: RunFacts) {
  const { scenario, version, mode } = request;
  const name = scenario.fields.package;
  return {
    scenario: scenario.name,
    file: scenario.file,
    package: name === undefined || version === null ? null : { name, version },
    node: versions.node,
    v8: versions.v8,
    mode,
    flags,
    samples: recorder.samples,
    errors: recorder.errors,
    log,
  };
}

/** What the run has cost so far; memlab comes later. */
export function costs({ recorder, wallMs, peakRssBytes }: RunFacts): RunResult['cost'] {
  return { wallMs, ...recorder.cost, analysisMs: recorder.snapshots.analysisMs, memlabMs: 0, peakRssBytes };
}
