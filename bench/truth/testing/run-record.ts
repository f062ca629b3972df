import type { TruthCase } from '../cases.ts';
import type { Line, RunRecord } from '../lines.ts';

const NO_GROWTH: RunRecord['growth'] = {
  heapBytes: 0,
  heapBytesLow: 0,
  heapBytesHigh: 0,
  externalBytes: 0,
  arrayBufferBytes: 0,
  rssBytes: 0,
  objects: 0,
  handles: {},
  processes: 0,
  processesRssBytes: 0,
  fds: 0,
  gauges: {},
};

/** A clean run of 100 iterations, with these fields instead. */
export function record(fields: Partial<RunRecord> = {}): RunRecord {
  return {
    verdict: 'clean',
    reason: 'Nothing grows.',
    node: 'v24.0.0',
    iterations: 100,
    batches: 10,
    doublings: 0,
    growth: NO_GROWTH,
    classes: [],
    failures: [],
    memlabNote: null,
    wallMs: 1,
    ...fields,
  };
}

/** A run in which a class grows by one object of 24 bytes an iteration. */
export function leakOf(name: string, retainerPath: string[] = []): RunRecord {
  return record({ verdict: 'leak', classes: [{ name, perIteration: 1, shallowBytes: 2_400, retainerPath }] });
}

/** A case that is calm, unless it is given leaks. */
export function truth(id: string, fields: Partial<TruthCase> = {}): TruthCase {
  const outcome = { ends: ['clean', 'saturating'] } as const;
  return { id, set: 'ladder', file: `/${id}`, version: null, kind: 'map', issue: null, outcome, ...fields };
}

/** A line of steadyheap's own. */
export function line(id: string, run: RunRecord, repetition = 0): Line {
  return { tool: 'steadyheap', id, repetition, run };
}
