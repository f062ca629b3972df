import { expect, test } from 'vitest';
import { KNOWN, LEAK, runOf } from '../testing/run-result.ts';
import { renderMarkdown } from './markdown.ts';

test('the summary is the count, what failed with its reason, and a table of all runs, the failures first', () => {
  expect(renderMarkdown([runOf({}), LEAK, KNOWN])).toMatchInlineSnapshot(`
    "## steadyheap

    3 runs: 2 passed, 1 of them a known leak, 1 failed

    - **model registration · juggler@7.0.3**: Objects grow by 2 per iteration (200 in 100 iterations), more than the allowed 0: DataSource by 2, kept by (GC roots) ▸ Registry.sources.

    | scenario | package | verdict | heap/iteration | objects/iteration | handles/iteration | time |
    |---|---|---|--:|--:|--:|--:|
    | model registration | juggler@7.0.3 | 🔴 leak | 12.3 kB | 2 | TCPSocketWrap 0.2, processes 1 | 5.1 s |
    | tenant switches | juggler@7.0.3 | 🟢 clean | 0 B | 0 | 0 | 5.1 s |
    | mutexes | - | 🟡 leak (known) | 16 B | 1 | 0 | 5.1 s |
    "
  `);
});

test('no text of a run is read as Markdown or as markup', () => {
  const text = renderMarkdown([runOf({ scenario: '<img src=x> | **a** [b](c)', package: null })]);
  expect(text).toContain('&#60;img src=x&#62; &#124; &#42;&#42;a&#42;&#42; &#91;b&#93;(c)');
});

test('of very many runs that passed only the first are listed, and the rest counted', () => {
  const text = renderMarkdown(Array.from({ length: 150 }, () => runOf({})));
  expect(text.match(/\| tenant switches \|/g)).toHaveLength(100);
  expect(text).toContain('50 more that passed');
});

test('the cause of a failure is a list below its reason', () => {
  const run = runOf({ passed: false, reason: 'It leaks.', cause: ['A Map grows.', 'allocated by <open>'] });
  expect(renderMarkdown([run])).toContain('It leaks.\n  - A Map grows.\n  - allocated by &#60;open&#62;\n\n|');
});
