import { expect, test } from 'vitest';
import { runOf } from '../../../harness/report/testing/run-result.ts';
import type { GrowingClass, Sample } from '../../../harness/run/result.ts';
import { type Claim, plainly, ran } from './claim.ts';
import { renderClaims, renderReproductions, table } from './render.ts';

const claim: Claim = {
  system: 'juggler',
  by: 'review',
  claim: 'a tenant switch leaks',
  decidedBy: ran('tenant switches', { '7.0.3': 'leak' }, { models: 'grows' }),
  finding: 'confirmed',
  plain: plainly('juggler-models.mjs', 'a tenant'),
};
const outputs = { 'juggler-models.mjs': [{ version: '7.0.3', lines: ['a tenant: 59 bytes', 'a model: 0 bytes'] }] };

function rowOf(...runs: Parameters<typeof renderClaims>[1]): string | undefined {
  return renderClaims([claim], runs, outputs).split('\n').at(-2);
}

test('a row tells what each run measured, how its gauges went, and what the script printed about it', () => {
  const samples = [1, 3].map((models, iteration) => ({ iteration, gauges: { models } }) as unknown as Sample);
  const grown = {
    name: 'Model',
    retainerPath: ['global', 'DataSource', 'models', 'Object[*]', 'Model'],
  } as GrowingClass;
  const leak = runOf({
    verdict: 'leak',
    file: 'scenarios/tenant-switches.scenario.ts',
    samples,
    growth: { heapBytes: 1000.4, externalBytes: 200, handles: { Timeout: 1, TCPSocketWrap: 0 } },
    classes: [grown],
  });
  expect(rowOf(leak)).toBe(
    '| juggler | review | a tenant switch leaks ' +
      '| _[tenant switches](../scenarios/tenant-switches.scenario.ts)_<br>' +
      '7.0.3: leak, 1,200 B, 1 Timeout an iteration, kept by `DataSource ▸ models ▸ Object[*]`; models from 1 to 3 ' +
      '| **confirmed** ' +
      '| [juggler-models.mjs](../scenarios/reviewed/plain/juggler-models.mjs)<br>7.0.3: a tenant: 59 bytes |',
  );
});

test('a row without its run says that it is undecided, and what is missing', () => {
  expect(rowOf()).toContain('_tenant switches_<br>7.0.3: not run | **undecided** |');
});

test('a script is shown under what it runs against, with what it printed for each version', () => {
  const page = renderReproductions(
    [
      { name: 'threading.mjs', against: 'specimens', source: 'lock();\n' },
      { name: 'juggler-models.mjs', against: 'package', source: 'run();\n' },
    ],
    outputs,
  );
  const [, ofPackages, ofSpecimens] = page.split(/^### /m);
  expect(ofPackages).toMatch(/^Against a public package\n/);
  expect(ofPackages).toContain(
    '#### juggler-models.mjs\n\n```js\nrun();\n```\n\nprints\n\n```\n# 7.0.3\na tenant: 59 bytes\na model: 0 bytes\n```',
  );
  expect(ofSpecimens).toMatch(/^Against specimens of this repository\n/);
  expect(ofSpecimens).toContain('#### threading.mjs\n\n```js\nlock();\n```');
});

test('a bar in a cell does not end it', () => {
  expect(table(['a'], [['one | other']])).toBe('| a |\n| --- |\n| one \\| other |');
});
