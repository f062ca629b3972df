import type { BatchAnswer } from './protocol.ts';

type Iterate = (context: unknown, i: number) => unknown;

let iteration = 0;

/** The number the next iteration will be given. */
export function iterationsSoFar(): number {
  return iteration;
}

/** Hands out the number of an iteration that runs outside a batch. */
export function nextIteration(): number {
  return iteration++;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return value !== null && typeof value === 'object' && typeof (value as { then?: unknown }).then === 'function';
}

interface Counts {
  iterate: Iterate;
  errors: number;
  firstError: unknown;
  async: boolean;
}

interface Timed {
  ms: number;
  /** Bytes; negative when a collection came between. */
  allocated: number;
}

async function repeat(context: unknown, iterations: number, counts: Counts): Promise<void> {
  const { iterate } = counts;
  for (let k = 0; k < iterations; k++) {
    try {
      const result = iterate(context, iteration++);
      if (isThenable(result)) {
        counts.async = true;
        await result;
      }
    } catch (error) {
      counts.errors++;
      counts.firstError ??= error;
    }
  }
}

async function timed(context: unknown, iterations: number, counts: Counts): Promise<Timed> {
  const heapBefore = process.memoryUsage().heapUsed;
  const startedAt = performance.now();
  await repeat(context, iterations, counts);
  const ms = performance.now() - startedAt;
  return { ms, allocated: process.memoryUsage().heapUsed - heapBefore };
}

/** Run before each batch to learn what the loop itself allocates; the first one also counts what the task before it left. */
const EMPTY: readonly Iterate[] = [() => undefined, () => undefined, async () => undefined];

/**
 * Runs a batch. An iteration that throws is counted and the next one runs. Empty iterations run before it, through the very
 * same code, so that an iteration that does nothing can be told from one that does.
 */
export async function runBatch(iterate: Iterate, context: unknown, iterations: number): Promise<BatchAnswer> {
  const counts: Counts[] = [];
  const times: Timed[] = [];
  const resumeAt = iteration;
  for (const each of [...EMPTY, iterate]) counts.push({ iterate: each, errors: 0, firstError: null, async: false });
  for (const each of counts) {
    iteration = resumeAt;
    times.push(await timed(context, iterations, each));
  }
  const [, sync, async, real] = times as [Timed, Timed, Timed, Timed];
  const { errors, firstError, async: isAsync } = counts.at(-1) as Counts;
  const beyondLoop = real.allocated - (isAsync ? async : sync).allocated;
  return {
    ms: real.ms,
    errors,
    firstError: firstError === null ? null : String((firstError as Error)?.stack ?? firstError),
    allocatedPerIteration: real.allocated < 0 ? null : beyondLoop / iterations,
  };
}
