import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MemlabProcess } from '../heap/memlab/index.ts';
import type { Services } from '../scenario/definition.ts';
import { conclude } from './conclude.ts';
import { concludeCrash } from './conclude-crash.ts';
import type { DescribedScenario } from './describe-scenario.ts';
import type { Mode } from './flags.ts';
import { type Measured, measure } from './measure.ts';
import { openSubject } from './open-subject.ts';
import { planRun } from './plan.ts';
import { type Progress, Recorder } from './recorder.ts';
import type { RunResult } from './result.ts';
import type { RunFacts } from './run-facts.ts';
import { SnapshotChannel } from './snapshot-channel.ts';
import { SubjectError } from './subject-process.ts';

/** One scenario x one version x one Node. */
export interface RunRequest {
  scenario: DescribedScenario;
  /** Null for code of one's own. */
  version: string | null;
  /** Absolute path of what is installed, for a version that comes neither from npm nor from packages-under-test. */
  tarball?: string;
  mode: Mode;
  /** Path of the Node binary to measure on. */
  node: string;
  /** Overrides the scenario's own number. */
  iterations?: number;
}

export interface RunOptions {
  /** The folder that holds `packages-under-test`. */
  root: string;
  /** File that receives what the subject prints. */
  log: string;
  /** Connection details of the services the scenario lists; they are running already. */
  services: Partial<Services>;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** A run whose subject is done. What is left needs no measuring: it may go on beside the next subject. */
export interface EndedSubject {
  /** Has memlab diff the triple, reaches the verdict and removes the snapshots. */
  conclude(): Promise<RunResult>;
}

/**
 * Runs the subject of one run from its start to its final snapshot. A subject that dies, hangs or fails is a result, not
 * an error. Rejects with a PackageError or RequestError when the run cannot even start, and when aborted.
 */
export async function runSubject(request: RunRequest, options: RunOptions): Promise<EndedSubject> {
  const directory = await mkdtemp(path.join(tmpdir(), 'steadyheap-'));
  const prepared: { memlab: MemlabProcess | null } = { memlab: null };
  const cleanUp = async () => {
    await prepared.memlab?.end();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    mkdirSync(path.dirname(options.log), { recursive: true });
    const [{ subject, flags, open }, channel] = await Promise.all([
      openSubject(request, options, directory),
      SnapshotChannel.open(directory),
    ]);
    const startedAt = performance.now();
    const plan = planRun(request.scenario.fields, request.iterations);
    const recorder = new Recorder(subject, channel, directory);
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      void subject.kill();
    }, plan.timeoutMs);
    const abort = () => void subject.kill();
    options.signal?.addEventListener('abort', abort, { once: true });
    const elapsed = () => performance.now() - startedAt;
    let ending: Measured | SubjectError;
    let versions = { node: '', v8: '' };
    try {
      const opened = await open();
      versions = opened.versions;
      ending = await measure({
        subject,
        recorder,
        fields: request.scenario.fields,
        version: request.version,
        mode: request.mode,
        plan,
        // Half of what is left: a doubled part takes twice as long, and teardown and drain come after it.
        hasTimeFor: (ms) => ms < (plan.timeoutMs - elapsed()) / 2,
        // memlab takes a quarter of a small run to load.
        onMiddle: () => {
          prepared.memlab = new MemlabProcess(0);
        },
        onProgress: options.onProgress ?? (() => {}),
      });
    } catch (error) {
      if (!(error instanceof SubjectError) || options.signal?.aborted) throw error;
      ending = error;
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', abort);
    }
    const peakRssBytes = subject.peakRssBytes();
    await subject.kill();
    const facts: RunFacts = {
      request,
      flags,
      versions,
      log: options.log,
      wallMs: elapsed(),
      peakRssBytes,
      recorder,
      memlab: prepared.memlab,
      signal: options.signal,
    };
    if (ending instanceof SubjectError) {
      await cleanUp();
      const printed = await readFile(options.log, 'utf8').catch(() => '');
      const after = timedOut ? plan.timeoutMs : null;
      return { conclude: async () => concludeCrash(facts, ending, after, printed) };
    }
    return { conclude: () => conclude(facts, ending).finally(cleanUp) };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}
