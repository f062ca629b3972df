import { expect, test } from 'vitest';
import { renderDocs } from './docs.ts';
import { workOut } from './measurement.ts';
import { leakOf, line, record, truth } from './testing/run-record.ts';

test('the document tells how it was measured and shows each pair of the corpus in one line', () => {
  const issue = 'https://github.com/a/b/issues/1';
  const cases = [
    truth('corpus/b-forgets@1.0.0', { set: 'corpus', issue, outcome: { leaks: [{ class: 'Page' }] } }),
    truth('corpus/b-forgets@1.0.1', { set: 'corpus', issue }),
  ];
  const lines = [
    line('corpus/b-forgets@1.0.0', leakOf('Page')),
    line('corpus/b-forgets@1.0.1', record()),
    { tool: 'naive', id: 'corpus/b-forgets@1.0.0', repetition: 0, failed: 'it hung' },
  ];
  const measurement = workOut(lines, cases, { steadyheap: ['steadyheap'], naive: ['naive'] });
  const text = renderDocs(measurement, { date: '2026-11-20', node: 'Node v24.0.0', machine: 'linux-x64, 2 CPUs' });
  expect(text).toContain('on 2026-11-20, Node v24.0.0, linux-x64, 2 CPUs.');
  expect(text).toContain('2 cases of which the truth is known: 1 leaks and 1 does not.');
  expect(text).toContain(`| [b-forgets](${issue}) | 1.0.0 → 1.0.1 |  map |   leak / - | no answer / not measured |`);
});
