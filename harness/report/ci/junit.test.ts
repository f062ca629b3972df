import { expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { resultFile } from '../result-file.ts';
import { CRASH, KNOWN, LEAK, runOf } from '../testing/run-result.ts';
import { renderJUnit } from './junit.ts';

const of = (...runs: Parameters<typeof resultFile>[0]) =>
  renderJUnit(resultFile(runs, new Date('2026-11-20T12:00:00Z'), '/project'));

test('a scenario file is a suite, a run a test, a failed threshold a failure and a crash an error', () => {
  const other = '/project/scenarios/pdf.scenario.ts';
  expect(of(runOf({}), LEAK, KNOWN, { ...CRASH, file: other })).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="steadyheap" tests="4" failures="1" errors="1" time="20.480">
      <testsuite name="scenarios/tenant-switches.scenario.ts" tests="3" failures="1" errors="0" time="15.360" skipped="0" timestamp="2026-11-20T12:00:00" file="scenarios/tenant-switches.scenario.ts">
        <testcase name="tenant switches · juggler@7.0.3" classname="scenarios.tenant-switches" time="5.120"/>
        <testcase name="model registration · juggler@7.0.3" classname="scenarios.tenant-switches" time="5.120">
          <failure type="objects" message="Objects grow by 2 per iteration (200 in 100 iterations), more than the allowed 0: DataSource by 2, kept by (GC roots) ▸ Registry.sources.">Objects grow by 2 per iteration (200 in 100 iterations), more than the allowed 0: DataSource by 2, kept by (GC roots) ▸ Registry.sources.
    handles.TCPSocketWrap grows by 0.2 per iteration (20 in 100 iterations), more than the allowed 0</failure>
        </testcase>
        <testcase name="mutexes" classname="scenarios.tenant-switches" time="5.120">
          <system-out>Known: lockers are never forgotten; objects grow by 1 per iteration.</system-out>
        </testcase>
      </testsuite>
      <testsuite name="scenarios/pdf.scenario.ts" tests="1" failures="0" errors="1" time="5.120" skipped="0" timestamp="2026-11-20T12:00:00" file="scenarios/pdf.scenario.ts">
        <testcase name="pdf failures" classname="scenarios.pdf" time="5.120">
          <error type="crashed" message="Timed out after 60 s, during batch.">Timed out after 60 s, during batch.</error>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `);
});

test('any text is legal XML and is read back, and control characters that XML cannot hold are seen', () => {
  const reason = '</failure><x a="&amp;"> ]]> \u0000\u001B ▸ 🙂';
  const document = create(of(runOf({ scenario: '<"&\'>', passed: false, reason })));
  const failure = document.find(({ node }) => node.nodeName === 'failure', false, true);
  expect(failure?.node.textContent).toBe('</failure><x a="&amp;"> ]]> \\x00\\x1b ▸ 🙂');
});

test('a scenario outside of the folder is named by its own folder, and leads to no file of the repository', () => {
  const outside = [runOf({ file: '/tmp/try.d/sessions.scenario.ts' }), runOf({ file: '/elsewhere/plain.ts' })];
  const above = runOf({ file: '/above.scenario.ts' });
  const suites = create(of(...outside, above, runOf({ file: '/project/.ci/a.b.scenario.mts' }))).filter(
    ({ node }) => node.nodeName === 'testcase' || node.nodeName === 'testsuite',
    false,
    true,
  );
  const read = (attribute: string) =>
    suites.flatMap(({ node }) => (node as unknown as Element).getAttribute(attribute) ?? []);
  expect(read('classname')).toEqual(['try.d.sessions', 'elsewhere.plain', 'above', 'ci.a.b']);
  expect(read('file')).toEqual(['.ci/a.b.scenario.mts']);
  expect(read('name').filter((name) => name.includes('/'))).toEqual([
    'try.d/sessions.scenario.ts',
    'elsewhere/plain.ts',
    '.ci/a.b.scenario.mts',
  ]);
});

test('the cause of a failure stands below its reason', () => {
  const document = create(
    of(runOf({ passed: false, reason: 'It leaks.', cause: ['A Map grows.', 'allocated by <open>'] })),
  );
  const failure = document.find(({ node }) => node.nodeName === 'failure', false, true);
  expect(failure?.node.textContent).toBe('It leaks.\nA Map grows.\nallocated by <open>');
});
