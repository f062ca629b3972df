import { expect, test } from 'vitest';
import { mergeResultFiles, parseResultFile } from './read-results.ts';
import { resultFile } from './result-file.ts';
import { LEAK, runOf } from './testing/run-result.ts';

const results = resultFile([runOf({})], new Date('2026-11-20T12:00:00Z'), '/project');

test('what was written is read', () => {
  expect(parseResultFile(JSON.stringify(results))).toEqual(results);
});

test.each([
  ['{', /^is not JSON: /],
  ['[]', /^is no result file of steadyheap; /],
  ['null', /^is no result file/],
  ['{"schema":2,"runs":[]}', /^has schema 2, and this steadyheap reads 1: use the version that wrote it$/],
])('%j is refused with a sentence', (text, sentence) => {
  expect(parseResultFile(text)).toMatch(sentence);
});

test('several files are one, in their order', () => {
  const more = resultFile([LEAK], new Date(), '/project');
  expect(mergeResultFiles(results, [more])).toEqual({ ...results, runs: [...results.runs, ...more.runs] });
});
