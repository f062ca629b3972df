/** The measured process: answers its parent's questions, one after the other, until the parent hangs up. */
import { setTimeout as sleep } from 'node:timers/promises';
import { writeHeapSnapshot } from 'node:v8';
import type { ScenarioDefinition, SetupContext } from '../scenario/definition.ts';
import { freeCanary, prepareCanaries } from './canary.ts';
import { nextQuestion, reply } from './channel.ts';
import { expectExit, fail, reportDeath, setActivity } from './crash.ts';
import { describe } from './describe.ts';
import { makeLoad } from './load.ts';
import { iterationsSoFar, runBatch } from './loop.ts';
import type { Answers, Question, SubjectPlan } from './protocol.ts';
import { takeSample } from './sample.ts';
import { guardServices } from './services.ts';

let plan: SubjectPlan;
let definition: ScenarioDefinition;
let context: unknown;
let tornDown = false;

async function open(given: SubjectPlan): Promise<Answers['open']> {
  plan = given;
  const module = (await import(plan.scenario)) as { default?: unknown };
  definition = module.default as ScenarioDefinition;
  // Reached from the global object, so that paths to what a scenario's file keeps do not begin in this program.
  Object.assign(globalThis, { scenario: definition });
  const isScenario = typeof definition === 'object' && definition !== null && 'options' in definition;
  if (!isScenario) throw new Error("the file has no default export made by scenario('name', { ... })");
  return { ...describe(definition), versions: { node: process.version, v8: process.versions.v8 } };
}

async function setup(): Promise<Answers['setup']> {
  prepareCanaries();
  const given: SetupContext = {
    load: await makeLoad(plan),
    services: guardServices(plan.services),
    package: plan.package,
  };
  context = await definition.options.setup?.(given);
  // Reached from the global object, so that retainer paths begin there and not in this program's own variables.
  Object.assign(globalThis, { scenarioContext: context });
  return {};
}

async function batch(question: Extract<Question, { do: 'batch' }>): Promise<Answers['batch']> {
  const answer = await runBatch(definition.options.iterate, context, question.iterations);
  if (question.canary) freeCanary();
  return answer;
}

// One object for all answers: V8 keeps a boilerplate of an object literal from its second evaluation on, and the second
// snapshot is already a measured one.
const snapshotTaken = { ms: 0 };

function snapshot(path: string): Answers['snapshot'] {
  const startedAt = performance.now();
  writeHeapSnapshot(path);
  snapshotTaken.ms = performance.now() - startedAt;
  return snapshotTaken;
}

async function answer(question: Question): Promise<unknown> {
  switch (question.do) {
    case 'open':
      return open(question.plan);
    case 'setup':
      return setup();
    case 'batch':
      return batch(question);
    case 'sample':
      // After teardown there is nothing left for a gauge to read.
      return takeSample(tornDown ? {} : (definition.options.gauges ?? {}), context);
    case 'snapshot':
      return snapshot(question.path);
    case 'speed': {
      const { measureSpeed } = await import('./speed.ts');
      return measureSpeed(definition.options.iterate, context, question.iterations);
    }
    case 'wait':
      await sleep(question.ms);
      return {};
    case 'teardown':
      await definition.options.teardown?.(context);
      context = undefined;
      tornDown = true;
      Object.assign(globalThis, { scenarioContext: undefined });
      return {};
  }
}

reportDeath();
for (let question = nextQuestion(); question !== null; question = nextQuestion()) {
  const asked = question;
  setActivity(() => (asked.do === 'batch' || asked.do === 'speed' ? `iteration ${iterationsSoFar() - 1}` : asked.do));
  try {
    reply({ ok: await answer(asked) });
  } catch (error) {
    fail('scenario', error);
    break;
  }
}
expectExit();
process.exit();
