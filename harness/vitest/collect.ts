/** Makes a scenario file a Vitest test file: one test per version. A setup file of the `leak-test` mode. */
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { baselineFile, readBaseline } from '../compare/baseline/file.ts';
import { heldAgainstBaseline } from '../compare/baseline/hold-runs.ts';
import { withCause } from '../explain/explain-failure.ts';
import type { DescribedScenario } from '../run/describe-scenario.ts';
import { logFileOf } from '../run/log-file.ts';
import type { Progress } from '../run/recorder.ts';
import { Runner } from '../run/runner.ts';
import type { ScenarioDefinition } from '../scenario/definition.ts';
import { onScenario } from '../scenario/scenario.ts';
import { validateScenario } from '../scenario/validate.ts';
import { describe } from '../subject/describe.ts';
import { PREPARING, PROGRESS, ScenarioFailed } from './messages.ts';

const root = inject('root');
// This file is evaluated once for each scenario file, all in one process: one runner keeps the services running for all of
// them. They end with the process.
const shared = globalThis as { steadyheapRunner?: Runner };
shared.steadyheapRunner ??= new Runner(root);
const runner = shared.steadyheapRunner;
const baseline = readBaseline(baselineFile(root));

function register(definition: ScenarioDefinition): void {
  const file = expect.getState().testPath as string;
  const fields = validateScenario(describe(definition), path.relative(root, file));
  const scenario: DescribedScenario = { name: definition.name, file, fields };
  const versions: (string | null)[] = fields.package === undefined ? [null] : (fields.versions ?? []);
  const only = inject('only');
  const skip =
    fields.skip ?? (only.length === 0 || only.includes(file) ? undefined : 'another scenario is to be the only one');
  for (const [i, version] of versions.entries()) {
    const title = version === null ? scenario.name : `${scenario.name} · ${fields.package}@${version}`;
    if (skip !== undefined) {
      test(title, (context) => context.skip(skip));
      continue;
    }
    // The run has a time-out of its own; Vitest's would also count the wait for the subjects before it.
    test.concurrent(title, { timeout: 0 }, async ({ annotate, task, signal }) => {
      const request = { scenario, version, mode: 'exact' as const, node: process.execPath };
      const log = logFileOf(path.join(root, 'reports'), request, i);
      const onProgress = ({ phase, detail, done }: Progress) => {
        if (detail !== undefined) void annotate(detail, PREPARING);
        else if (done === 0) void annotate(phase, PROGRESS);
      };
      const held = heldAgainstBaseline(await runner.run(request, { log, signal, onProgress }), baseline);
      const second = { log: log.replace(/\.log$/, '.explain.log'), signal, onProgress };
      const result = await withCause(request, held, root, (pass) => runner.alone(request, second, pass));
      Object.assign(task.meta, { steadyheap: result });
      if (!result.passed) throw new ScenarioFailed(result.reason);
    });
  }
}

onScenario(register);
