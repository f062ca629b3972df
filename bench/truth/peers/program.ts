/** The process in which a peer sees a scenario: the steps it would take. */
import { readFileSync, writeFileSync } from 'node:fs';
import { writeHeapSnapshot } from 'node:v8';
import type { ScenarioDefinition } from '../../../harness/scenario/definition.ts';
import { makeLoad } from '../../../harness/subject/load.ts';
import { guardServices } from '../../../harness/subject/services.ts';
import type { Collections } from './collections.ts';
import type { Marks } from './marks.ts';
import type { Step, Trial, TrialAnswers } from './steps.ts';

const { gc } = globalThis as unknown as { gc(): void };
const { plan, steps, answers: file } = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as Trial;
const answers: TrialAnswers = { heapUsed: [], collections: [], marks: [], snapshotMs: [], async: false };
let collections: Collections | null = null;
let marks: Marks | null = null;
// Made before anything is measured: what is born between two snapshots is a survivor for a peer.
const snapshotStartedAt = new Float64Array(16);
const snapshotEndedAt = new Float64Array(16);
let snapshots = 0;
let iteration = 0;

async function take(step: Step, iterate: ScenarioDefinition['options']['iterate'], context: unknown): Promise<void> {
  switch (step.do) {
    case 'iterate':
      for (let k = 0; k < step.iterations; k++) {
        const result = iterate(context, iteration++) as PromiseLike<unknown> | undefined;
        if (typeof result?.then !== 'function') continue;
        answers.async = true;
        await result;
      }
      return;
    case 'gc':
      for (let k = 0; k < step.times; k++) gc();
      return;
    case 'tick':
      await new Promise(setImmediate);
      return;
    case 'heapUsed':
      answers.heapUsed.push(process.memoryUsage().heapUsed);
      return;
    case 'snapshot':
      snapshotStartedAt[snapshots] = performance.now();
      writeHeapSnapshot(step.file);
      snapshotEndedAt[snapshots++] = performance.now();
      return;
    case 'mark': {
      // The inspector is loaded for the peer that uses it only.
      marks ??= new (await import('./marks.ts')).Marks();
      await marks.mark();
      return;
    }
    case 'remember-collections':
      collections = new (await import('./collections.ts')).Collections();
      await collections.remember();
      return;
    case 'compare-collections':
      answers.collections = (await collections?.growths()) ?? [];
  }
}

const { default: definition } = (await import(plan.scenario)) as { default: ScenarioDefinition };
const { setup, iterate, teardown } = definition.options;
const load = await makeLoad(plan);
const context = await setup?.({ load, services: guardServices({}), package: plan.package });
// What the scenario keeps lives as long as the program, as it would in a test that holds it in a variable.
Object.assign(globalThis, { context });
for (const step of steps) await take(step, iterate, context);
answers.marks = (marks as Marks | null)?.taken() ?? [];
for (let i = 0; i < snapshots; i++) {
  answers.snapshotMs.push((snapshotEndedAt[i] as number) - (snapshotStartedAt[i] as number));
}
writeFileSync(file, JSON.stringify(answers));
await teardown?.(context);
process.exit();
