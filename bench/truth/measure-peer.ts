import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DescribedScenario } from '../../harness/run/describe-scenario.ts';
import type { Line } from './lines.ts';
import { PEERS } from './peers/index.ts';
import type { Task } from './tasks.ts';

/** Asks a peer about a case. A peer that gives no answer is a line that says why. */
export async function measurePeer(
  { tool, repetition, case: { id, version } }: Task,
  scenario: DescribedScenario,
  { root, signal }: { root: string; signal: AbortSignal },
): Promise<Line> {
  const peer = PEERS[tool];
  if (peer === undefined) throw new Error(`there is no peer ${tool}`);
  const directory = await mkdtemp(path.join(tmpdir(), 'steadyheap-truth-'));
  try {
    return {
      tool,
      id,
      repetition,
      answers: await peer.judge({ scenario, version, place: { root, directory, signal } }),
    };
  } catch (error) {
    signal.throwIfAborted();
    return { tool, id, repetition, failed: (error as Error).message.split('\n')[0] ?? '' };
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}
