import type { RunResult, Sample } from './result.ts';
import { costs, identity, type RunFacts } from './run-facts.ts';
import type { SubjectError } from './subject-process.ts';

/** What the subject was asked to do, for people; iterations are named by their number. */
const ACTIVITIES: Record<string, string> = {
  open: 'the import of the scenario',
  batch: 'a batch of iterations',
  sample: 'sampling',
  snapshot: 'a heap snapshot',
  speed: 'the timing of single iterations',
  wait: 'the drain',
};

/** Sentence for a subject that did not come to its end. */
function crashReason(
  { failure }: SubjectError,
  timedOutAfterMs: number | null,
  during: string,
  printed: string,
): string {
  if (timedOutAfterMs !== null) return `Timed out after ${timedOutAfterMs / 1000} s, during ${during}.`;
  if (printed.includes('JavaScript heap out of memory')) return `Ran out of memory during ${during}.`;
  if (failure.kind === 'exit' && failure.message.startsWith('the process')) {
    const lastLine = printed.trim().split('\n').at(-1);
    return `Failed during ${during}: ${failure.message}${lastLine ? ` (its last words: ${lastLine})` : ''}.`;
  }
  const what = failure.kind === 'uncaught' ? 'Nothing handled an error' : 'Failed';
  return `${what} during ${during}: ${failure.message.replace(/\.+$/, '')}.`;
}

/** The result of a run whose subject died, hung or failed, with all that was measured before. */
export function concludeCrash(
  facts: RunFacts,
  error: SubjectError,
  timedOutAfterMs: number | null,
  printed: string,
): RunResult {
  const { samples } = facts.recorder;
  const during = ACTIVITIES[error.failure.during] ?? error.failure.during;
  const measured = samples.filter(({ phase }) => phase.startsWith('segment'));
  const first: Sample | undefined = measured[0];
  const last = measured.at(-1);
  const iterations = last?.iteration ?? 0;
  const perIteration = (read: (sample: Sample) => number) =>
    first === undefined || last === undefined || iterations === 0 ? 0 : (read(last) - read(first)) / iterations;
  const heapBytes = perIteration((sample) => sample.heapBytes);
  return {
    ...identity(facts),
    iterations,
    batches: Math.max(0, measured.length - 1),
    doublings: 0,
    verdict: 'crashed',
    passed: false,
    known: false,
    reason: crashReason(error, timedOutAfterMs, during, printed),
    growth: {
      heapBytes,
      heapBytesLow: heapBytes,
      heapBytesHigh: heapBytes,
      externalBytes: perIteration((sample) => sample.externalBytes),
      arrayBufferBytes: perIteration((sample) => sample.arrayBufferBytes),
      rssBytes: perIteration((sample) => sample.rssBytes),
      processesRssBytes: perIteration((sample) => sample.processesRssBytes),
      objects: 0,
      handles: {},
      processes: perIteration((sample) => sample.processes),
      fds: perIteration((sample) => sample.fds),
      gauges: {},
    },
    afterTeardown: { heapBytes: 0, objects: 0, handles: {}, processes: 0, fds: 0 },
    classes: [],
    memlab: { survivors: 0, clusters: [], note: 'the subject did not come to its end' },
    speed: { opsPerSecondStart: 0, opsPerSecondEnd: 0, slowdown: 0, gcMsPerIteration: 0 },
    failures: [],
    drainSeconds: null,
    cost: costs(facts),
  };
}
