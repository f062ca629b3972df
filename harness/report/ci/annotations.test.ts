import { expect, test } from 'vitest';
import { LOCATED } from '../testing/located.ts';
import { runOf } from '../testing/run-result.ts';
import { renderAnnotations } from './annotations.ts';

test('each run that failed is an error at its scenario, and each cause in the repository a warning', () => {
  expect(renderAnnotations(LOCATED)).toMatchInlineSnapshot(`
    "::error file=scenarios/models.scenario.ts,line=7,title=model registration · juggler@7.0.3::Objects grow by 2 per iteration (200 in 100 iterations), more than the allowed 0: DataSource by 2, kept by (GC roots) ▸ Registry.sources.
    ::error file=scenarios/models.scenario.ts,line=7,title=pdf failures::Timed out after 60 s, during batch.
    ::warning file=src/registry.ts,line=12,title=DataSource%2C Row stays in memory::Objects of this kind stay after each iteration of 'model registration'.
    "
  `);
});

test('nothing in a message or a name ends the command or its properties', () => {
  const run = runOf({ scenario: 'a,b:c%\n::error::', package: null, passed: false, reason: '50 %\r\n::set-output::x' });
  const scenario = { file: 'a,b:c.scenario.ts', line: 1 };
  expect(renderAnnotations([{ run, scenario, causes: [] }])).toBe(
    '::error file=a%2Cb%3Ac.scenario.ts,line=1,title=a%2Cb%3Ac%25\\n%3A%3Aerror%3A%3A::50 %25\\r\\n::set-output::x\n',
  );
});

test('what passes is not annotated', () => {
  expect(renderAnnotations(LOCATED.filter(({ run }) => run.passed))).toBe('');
});

test('the cause stands behind the reason, on lines of its own', () => {
  const run = runOf({ passed: false, reason: 'It leaks.', cause: ['A Map grows.', 'allocated by open at src/a.ts:9'] });
  const scenario = { file: 'a.scenario.ts', line: 1 };
  expect(renderAnnotations([{ run, scenario, causes: [] }])).toMatch(
    /::It leaks\.%0AA Map grows\.%0Aallocated by open at src\/a\.ts:9\n$/,
  );
});
