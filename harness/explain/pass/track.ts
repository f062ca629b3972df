import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readHighestId } from '../../heap/index.ts';
import { openSubject } from '../../run/open-subject.ts';
import { type Plan, planRun } from '../../run/plan.ts';
import type { RunOptions, RunRequest } from '../../run/run.ts';
import { SubjectError, type SubjectProcess } from '../../run/subject-process.ts';
import { isWarm } from '../../run/warm-up.ts';
import { creationsIn } from './creations.ts';
import { InspectorClient, inspectorAddress } from './inspector-client.ts';
import { PassError } from './pass-error.ts';
import type { TrackedHeap } from './tracked-heap.ts';

/** The pass may take so many times the scenario's own time-out: while V8 tracks allocations, loops take 4 to 15 times as long. */
const PATIENCE = 3;
/** Milliseconds the subject's event loop turns at a time while the inspector is to be heard. */
const TURN_MS = 5;

/**
 * V8 forgets who allocated an object that it moves when it compacts old space. Of 16 programs on Node 24 that keep 100
 * objects, it knew the stacks of all of them in 12 and of one or none in 4; with this of all in each.
 */
const KEEPS_STACKS = '--no-compact';

const CREATION_HOOK = ['--import', new URL('./creation-hook.mjs', import.meta.url).href];

export interface TrackOptions extends RunOptions {
  /** Whether to note where handles, timers and processes are made. */
  creations: boolean;
}

/**
 * Runs a scenario once more, with V8 noting who allocates what, and hands what it left to `look`; the files are gone
 * afterwards. Rejects with a PassError when the subject fails or takes too long, and otherwise like a run.
 */
export async function track<Answer>(
  request: RunRequest,
  options: TrackOptions,
  look: (heap: TrackedHeap) => Promise<Answer>,
): Promise<Answer> {
  const directory = await mkdtemp(path.join(tmpdir(), 'steadyheap-'));
  try {
    return await look(await pass(request, options, directory));
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function pass(request: RunRequest, options: TrackOptions, directory: string): Promise<TrackedHeap> {
  mkdirSync(path.dirname(options.log), { recursive: true });
  const creationsFile = path.join(directory, 'creations');
  await writeFile(creationsFile, '');
  const hook = options.creations ? CREATION_HOOK : [];
  const env = { ...request.scenario.fields.env, STEADYHEAP_CREATIONS: creationsFile };
  const scenario = { ...request.scenario, fields: { ...request.scenario.fields, env } };
  const flags = ['--inspect=127.0.0.1:0', KEEPS_STACKS, ...hook];
  const { subject, underTest, open } = await openSubject({ ...request, scenario }, options, directory, flags);
  const plan = planRun(request.scenario.fields, request.iterations);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void subject.kill();
  }, PATIENCE * plan.timeoutMs);
  const abort = () => void subject.kill();
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    await open();
    const heap = await measure(subject, plan, { directory, creationsFile, ...options });
    const { creations, ...rest } = heap;
    return { ...rest, directory, underTest, creations: options.creations ? creations : null };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof SubjectError)) throw error;
    const reason = timedOut ? `it was not done after ${(PATIENCE * plan.timeoutMs) / 1000} s` : error.message;
    throw new PassError(
      `the second pass failed during ${error.failure.during}: ${reason}; what it printed: ${options.log}`,
    );
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
    await subject.kill();
  }
}

interface Places extends TrackOptions {
  directory: string;
  creationsFile: string;
}

async function measure(subject: SubjectProcess, plan: Plan, places: Places) {
  const tell = (phase: string, done = 0, of = 1) => places.onProgress?.({ phase, done, of });
  tell('explain: setup');
  await subject.ask<'setup'>({ do: 'setup' });
  await warmUp(subject, plan);
  const baseline = path.join(places.directory, 'baseline.heapsnapshot');
  await subject.ask<'snapshot'>({ do: 'snapshot', path: baseline });
  const inspector = await InspectorClient.connect(await inspectorAddress(places.log));
  try {
    const command = (method: string, params: object) => whileTurning(subject, inspector.post(method, params));
    await command('HeapProfiler.startTrackingHeapObjects', { trackAllocations: true });
    const before = (await readFile(places.creationsFile, 'utf8')).length;
    const sizes = plan.segments.flat();
    for (const [i, iterations] of sizes.entries()) {
      tell('explain', i, sizes.length);
      await subject.ask<'batch'>({ do: 'batch', iterations, canary: false });
    }
    // Node's console tells a connected inspector too what it prints, and V8 keeps what it is given.
    await command('Runtime.discardConsoleEntries', {});
    await subject.ask<'sample'>({ do: 'sample' });
    const snapshot = path.join(places.directory, 'tracked.heapsnapshot');
    await subject.ask<'snapshot'>({ do: 'snapshot', path: snapshot });
    tell('explain: analysis');
    return {
      snapshot,
      bornAfter: await readHighestId(baseline),
      iterations: sizes.reduce((sum, size) => sum + size, 0),
      creations: creationsIn(await readFile(places.creationsFile, 'utf8'), before),
    };
  } finally {
    inspector.close();
  }
}

async function warmUp(subject: SubjectProcess, { warmUp: { iterations, most } }: Plan): Promise<void> {
  const heap: number[] = [];
  for (let done = 0; done < most && !isWarm(heap); done++) {
    await subject.ask<'batch'>({ do: 'batch', iterations, canary: false });
    heap.push((await subject.ask<'sample'>({ do: 'sample' })).heapBytes);
  }
}

/** The subject hears its inspector only while its event loop turns, and between two questions it does not. */
async function whileTurning<Result>(subject: SubjectProcess, reply: Promise<Result>): Promise<Result> {
  let settled = false;
  const end = () => {
    settled = true;
  };
  reply.then(end, end);
  while (!settled) await subject.ask<'wait'>({ do: 'wait', ms: TURN_MS });
  return reply;
}
