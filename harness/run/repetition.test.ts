import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeScenario } from './describe-scenario.ts';
import { Runner } from './runner.ts';

const TIMES = 20;
const runner = new Runner(import.meta.dirname);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
});
afterAll(async () => {
  await runner.close();
  await rm(folder, { recursive: true, force: true });
});

test('the same scenario measured 20 times gives the same answer to the byte', async () => {
  const scenario = await describeScenario(path.join(import.meta.dirname, 'fixtures', 'map.leak.scenario.ts'));
  const request = { scenario, version: null, mode: 'exact' as const, node: process.execPath, iterations: 40 };
  const runs = await Promise.all(
    Array.from({ length: TIMES }, (_, i) => runner.run(request, { log: path.join(folder, `${i}.log`) })),
  );
  const answers = runs.map(({ verdict, iterations, growth, classes }) =>
    JSON.stringify({
      verdict,
      iterations,
      heapBytes: growth.heapBytes,
      classes: classes.map(({ name: className, perIteration, retainerPath }) => [
        className,
        perIteration,
        retainerPath,
      ]),
    }),
  );
  expect([...new Set(answers)]).toHaveLength(1);
}, 600_000);
