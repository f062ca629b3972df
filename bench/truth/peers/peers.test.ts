import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeScenario } from '../../../harness/run/describe-scenario.ts';
import { births } from './births.ts';
import { fuite } from './fuite.ts';
import { leakage } from './leakage.ts';
import { memlab } from './memlab.ts';
import { naive } from './naive.ts';
import type { Peer, PeerTask } from './peer.ts';
import { runTrial } from './run-trial.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
let directory: string;
let task: PeerTask;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'steadyheap-'));
  const scenario = await describeScenario(path.join(ROOT, 'scenarios/ladder/bytes-152.scenario.ts'));
  task = { scenario, version: null, place: { root: ROOT, directory, signal: new AbortController().signal } };
});

afterEach(() => rm(directory, { recursive: true, force: true }));

async function said(peer: Peer): Promise<Record<string, boolean>> {
  const answers = Object.entries(await peer.judge(task));
  return Object.fromEntries(answers.map(([rule, { leak }]) => [rule, leak]));
}

test('one object kept in each iteration is found by all but memlab’s own rules', async () => {
  expect(await said(naive)).toEqual({ naive: true });
  expect(await said(leakage)).toEqual({ leakage: true });
  expect(await said(fuite)).toEqual({ fuite: true });
  expect(await said(memlab)).toEqual({ memlab: false, 'memlab permissive': true });
  expect(await said(births)).toEqual({ births: true });
});

test('births finds nothing where nothing stays, and its marks lie in time', async () => {
  const scenario = await describeScenario(path.join(ROOT, 'scenarios/innocent/property-names.scenario.ts'));
  const { births: answer } = await births.judge({ ...task, scenario });
  expect(answer.leak, answer.figure).toBe(false);
  const steps = [{ do: 'mark' }, { do: 'iterate', iterations: 50 }, { do: 'mark' }] as const;
  const { marks } = await runTrial(task.scenario, null, steps, task.place);
  expect(marks[1]?.id).toBeGreaterThan((marks[0]?.id ?? 0) + 50);
});

test('a scenario that throws gives no answer, and says why', async () => {
  const scenario = await describeScenario(path.join(ROOT, 'scenarios/corpus/debug-instances.scenario.ts'));
  const without = { ...scenario, fields: { ...scenario.fields, package: 'nothing' } };
  const trial = naive.judge({ ...task, scenario: without, version: null });
  await expect(trial).rejects.toThrow(/^the scenario did not get through: Error: load\(\) needs a package under test/);
});
