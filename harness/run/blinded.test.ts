import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as heap from '../heap/index.ts';
import * as memlab from '../heap/memlab/index.ts';
import { describeScenario } from './describe-scenario.ts';
import type { RunResult } from './result.ts';
import { Runner } from './runner.ts';

vi.mock('../heap/index.ts', { spy: true });
vi.mock('../heap/memlab/index.ts', { spy: true });

const STEADY = 'iterate() { return [{}, {}].length; }';
const LEAKING = 'iterate() { globalThis.kept ??= []; globalThis.kept.push({}); }';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
});
afterEach(async () => {
  vi.resetAllMocks();
  await rm(folder, { recursive: true, force: true });
});

async function measure(body: string, imports = ''): Promise<RunResult> {
  const file = path.join(folder, 'blinded.scenario.mjs');
  await writeFile(
    file,
    `import { scenario } from 'steadyheap';\n${imports}\nexport default scenario('blinded', { ${body} });\n`,
  );
  const runner = new Runner(folder);
  const request = {
    scenario: await describeScenario(file),
    version: null,
    mode: 'exact' as const,
    node: process.execPath,
  };
  try {
    return await runner.run(request, { log: path.join(folder, 'log') });
  } finally {
    await runner.close();
  }
}

const invalid = (why: string) => ({
  verdict: 'inconclusive',
  passed: false,
  reason: expect.stringContaining(`The instruments cannot be trusted: ${why}`),
});

test.each([STEADY, LEAKING])('a census that does not see its canaries makes the run invalid: %s', async (body) => {
  const { takeCensus } = await vi.importActual<typeof heap>('../heap/index.ts');
  vi.mocked(heap.takeCensus).mockImplementation((...given) => {
    const census = takeCensus(...given);
    census.delete('SteadyheapCanary');
    return census;
  });
  expect(await measure(body)).toMatchObject(invalid('the census found 0 of '));
});

test('a census that sees one canary too few makes the run invalid', async () => {
  const { takeCensus } = await vi.importActual<typeof heap>('../heap/index.ts');
  vi.mocked(heap.takeCensus).mockImplementation((...given) => {
    const census = takeCensus(...given);
    const canaries = census.get('SteadyheapCanary');
    if (canaries !== undefined) canaries.count--;
    return census;
  });
  expect(await measure(STEADY)).toMatchObject(invalid('the census found 9 of 10 canaries'));
});

test('a memlab that does not see the canaries makes the run invalid', async () => {
  const { runMemlab } = await vi.importActual<typeof memlab>('../heap/memlab/index.ts');
  vi.mocked(memlab.runMemlab).mockImplementation(async (triple, ...rest) =>
    runMemlab({ ...triple, target: triple.baseline }, ...rest),
  );
  expect(await measure(STEADY)).toMatchObject(invalid('memlab found 0 of 10 canaries'));
});

test('ids that V8 numbers anew make the run invalid', async () => {
  const imports = `import { Session } from 'node:inspector';
let session = new Session();
session.connect();
session.post('HeapProfiler.enable');`;
  const body = `iterations: 100, iterate(_, i) { if (i === 70) session.disconnect(); return [{}, {}].length; }`;
  expect(await measure(body, imports)).toMatchObject(invalid('V8 has begun to number objects anew'));
});
