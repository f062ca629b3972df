import { expect, test } from 'vitest';
import { compare } from '../compare/compare.ts';
import { parseRule } from '../compare/rules.ts';
import { renderJUnit } from './ci/junit.ts';
import { renderMarkdown } from './ci/markdown.ts';
import { renderSarif } from './ci/sarif.ts';
import { colorsFor } from './colors.ts';
import { renderBisection } from './comparison-bisection.ts';
import { renderMarkdown as renderComparisonMarkdown } from './comparison-markdown.ts';
import { pageComparison } from './comparison-page.ts';
import { renderComparison } from './comparison-text.ts';
import { renderFailures } from './failures.ts';
import { LiveReport } from './live.ts';
import { renderRepetitions } from './repetitions.ts';
import { resultFile } from './result-file.ts';
import { renderTable } from './table.ts';
import { runOf } from './testing/run-result.ts';
import { samplesOf } from './testing/samples.ts';
import { terminal } from './testing/terminal.ts';
import { withLead } from './with-lead.ts';

/**
 * Turns the text red, begins a line that GitHub reads as a command, turns the direction of writing, and ends a cell and
 * code.
 */
const NAME = 'a\u001b[31m\r\n::error::x \u202e`|`<b>&';

const run = (version: string) =>
  runOf({
    scenario: NAME,
    package: { name: NAME, version: `${version}+${NAME}` },
    verdict: version === '1.0.0' ? 'clean' : 'leak',
    passed: false,
    reason: `Objects grow: ${NAME}.`,
    cause: [`kept by ${NAME}`],
    samples: samplesOf({ rate: 0, fields: { gauges: { [NAME]: 1 } } }),
    growth: { objects: version === '1.0.0' ? 0 : 2, handles: { [NAME]: 1 }, gauges: { [NAME]: 1 } },
    failures: [{ threshold: `gauges.${NAME}`, limit: 0, actual: 1, message: `gauges.${NAME} grows` }],
    classes: [
      {
        name: NAME,
        perIteration: version === '1.0.0' ? 0 : 2,
        count: 200,
        shallowBytes: 0,
        retainedBytes: 0,
        retainerPath: ['(GC roots)', NAME],
        definedAt: null,
        allocatedAt: [],
        package: NAME,
      },
    ],
    log: `reports/logs/${NAME}.log`,
  });

const runs = [run('1.0.0'), run('2.0.0')];
const comparison = compare({
  columns: runs.map((each) => ({ written: `./${NAME}`, rounds: [each] })),
  rules: [parseRule('new-class'), parseRule('worse')],
  incomplete: null,
  file: 'a.ts',
  startedAt: new Date(0),
  wallMs: 0,
});
const plain = colorsFor({}, {});

function live(): string {
  const { stream, written } = terminal({ isTTY: false });
  const report = new LiveReport(stream, plain);
  report.line(`only ${NAME}: ${NAME}`);
  report.progress('0', { title: NAME, phase: 'preparing', detail: `installing ${NAME}`, done: 0, of: 1 });
  report.ended('0', runs[0] as (typeof runs)[0]);
  return written();
}

const bisection = () =>
  renderBisection(
    {
      schema: 1,
      scenario: NAME,
      file: 'a.ts',
      package: NAME,
      kind: 'commits',
      candidates: [NAME],
      steps: [{ label: NAME, answer: 'first', reason: NAME, run: runs[0] as (typeof runs)[0] }],
      before: NAME,
      after: NAME,
      between: [],
      change: 'worse',
      incomplete: null,
      summary: `${NAME} introduced the leak.`,
      wallMs: 0,
    },
    plain,
  );

function page(): string {
  const { summary, broken, labels, lines, kept } = pageComparison(comparison);
  const cells = lines.flatMap((line) => [line.title, ...line.cells.flatMap((cell) => cell.lines)]);
  return [summary, ...broken, ...labels, ...cells, ...kept].join('\n');
}

const results = () => resultFile(runs, new Date(0), '/project');

const sarif = () => {
  const places = runs.map((each) => ({
    run: each,
    scenario: { file: 'a.ts', line: 1 },
    causes: [{ place: { file: 'a.ts', line: 2 }, classes: [NAME] }],
  }));
  const texts: string[] = [];
  JSON.parse(renderSarif(places, '0.1.0'), (key, value) => {
    if (key === 'text' || key === 'justification') texts.push(value);
    return value;
  });
  return texts.map((text) => `text: ${JSON.stringify(text).replaceAll('\\\\', '\\')}`).join('\n');
};

/** Control characters, and signs that turn the direction of writing, but for the line breaks that are the harness's own. */
const STEERS = /(?!\n)[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

test.each<[output: string, make: () => string]>([
  ['the table of runs', () => renderTable(runs, plain, 80)],
  ['the failures', () => renderFailures(runs, plain)],
  ['repetitions', () => renderRepetitions(runs)],
  ['live progress', live],
  ['an error', () => withLead('steadyheap: ', `a.scenario.ts: ${NAME}`)],
  ['a comparison', () => renderComparison(comparison, plain)],
  ['a comparison in Markdown', () => renderComparisonMarkdown(comparison)],
  ['the page of a comparison', page],
  ['a bisection', bisection],
  ['Markdown', () => renderMarkdown(runs)],
  ['JUnit', () => renderJUnit(results())],
  ['the messages of SARIF', sarif],
])('in %s no name of a subject steers a terminal or begins a line', (_, make) => {
  const text = make();
  expect(text).toContain('::error::x');
  expect(text).not.toMatch(STEERS);
  expect(text).not.toMatch(/^\s*::/m);
});

test('in Markdown no name ends a cell, a tag or code', () => {
  for (const text of [renderComparisonMarkdown(comparison), renderMarkdown(runs)]) {
    const prose = text.replaceAll(/(`+) .*? \1/g, 'CODE').replaceAll('<br>', '');
    expect(prose).not.toMatch(/[<>&](?!#\d+;)/);
    const widths = prose.split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(widths.map((line) => line.split('|').length)).size).toBe(1);
  }
  expect(renderComparisonMarkdown(comparison)).toContain('kept by `` (GC roots) ▸ a');
});
