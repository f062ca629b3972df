import { expect, test } from 'vitest';
import type { Bisection } from '../compare/bisect/bisection.ts';
import { colorsFor } from './colors.ts';
import { renderBisection } from './comparison-bisection.ts';
import { LEAK, runOf } from './testing/run-result.ts';

const bisection: Bisection = {
  schema: 1,
  scenario: 'tenant switches',
  file: 'a.ts',
  package: 'juggler',
  kind: 'versions',
  candidates: ['1.0.0', '1.1.0', '1.2.0', '2.0.0'],
  steps: [
    { label: '1.0.0', answer: 'first', reason: '', run: runOf({}) },
    { label: '2.0.0', answer: 'last', reason: '', run: LEAK },
    { label: '1.2.0', answer: 'unknown', reason: 'no such dependency', run: null },
    { label: '1.1.0', answer: 'unknown', reason: '', run: runOf({ verdict: 'crashed' }) },
  ],
  before: '1.0.0',
  after: '2.0.0',
  between: ['1.1.0', '1.2.0'],
  change: 'worse',
  incomplete: null,
  summary: 'One of 1.1.0, 1.2.0, 2.0.0 introduced the leak.',
  wallMs: 0,
};

test('what was tried is listed from the older end to the newer, and what was found comes last', () => {
  expect(renderBisection(bisection, colorsFor({}, {}))).toMatchInlineSnapshot(`
    "tenant switches
    ┌─────────┬───────────────────┬────────────────┬───────────────────┐
    │ juggler │ verdict           │ heap/iteration │ objects/iteration │
    ├─────────┼───────────────────┼────────────────┼───────────────────┤
    │ 1.0.0   │ clean             │            0 B │                 0 │
    │ 1.1.0   │ crashed, left out │              - │                 - │
    │ 1.2.0   │ not installed     │              - │                 - │
    │ 2.0.0   │ leak              │        12.3 kB │                 2 │
    └─────────┴───────────────────┴────────────────┴───────────────────┘
    One of 1.1.0, 1.2.0, 2.0.0 introduced the leak."
  `);
});
