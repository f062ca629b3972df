import path from 'node:path';
import { create } from 'xmlbuilder2';
import type { ResultFile, RunResult } from '../../run/result.ts';
import { shown } from '../../verdict/shown.ts';
import { sentencesOf, titleOf } from '../words.ts';

/** Verdicts that say something about the run and not about the package under test. */
const ERRORS: ReadonlySet<string> = new Set(['crashed', 'nothing-measured', 'inconclusive']);

const isError = (run: RunResult): boolean => !run.passed && ERRORS.has(run.verdict);
const isFailure = (run: RunResult): boolean => !run.passed && !ERRORS.has(run.verdict);

function counts(runs: readonly RunResult[]) {
  const ms = runs.reduce((sum, { cost }) => sum + cost.wallMs, 0);
  return {
    tests: runs.length,
    failures: runs.filter(isFailure).length,
    errors: runs.filter(isError).length,
    time: (ms / 1000).toFixed(3),
  };
}

/** Text for xmlbuilder2, which takes what reads like an entity for one. */
const literal = (text: string): string => text.replaceAll('&', '&amp;');

/**
 * What a scenario file is called in a tree of tests: as it is, or for one outside of the folder the runs were started
 * in by its own folder and its name, as the way there is another one on each machine.
 */
function suiteName(file: string): string {
  const named = file.split('/').filter((part) => part !== '..');
  return shown(isOutside(file) ? named.slice(-2).join('/') : file);
}

function isOutside(file: string): boolean {
  return file.startsWith('../') || path.isAbsolute(file);
}

/** Jenkins takes what is before the last dot for the package: no part may be empty. */
function classNameOf(file: string): string {
  const parts = suiteName(file)
    .replace(/\.scenario\.\w+$|\.[cm]?[jt]s$/, '')
    .split(/[/.]/);
  return parts.filter(Boolean).join('.');
}

/**
 * The results as JUnit XML, after the schema of Jenkins (junit-10.xsd of its xUnit plugin): a test suite per scenario
 * file, a test case per run. A threshold that failed is a `failure`, a run that could not tell or be completed an `error`.
 */
export function renderJUnit({ runs, startedAt }: ResultFile): string {
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' });
  const root = document.ele('testsuites', { name: 'steadyheap', ...counts(runs) });
  for (const [file, each] of Map.groupBy(runs, (run) => run.file)) {
    const timestamp = startedAt.replace(/(\.\d+)?Z$/, '');
    const suite = root.ele('testsuite', {
      name: literal(suiteName(file)),
      ...counts(each),
      skipped: 0,
      timestamp,
      // GitLab leads from it to the repository, where others are not.
      ...(isOutside(file) ? {} : { file: literal(shown(file)) }),
    });
    for (const run of each) {
      const classname = classNameOf(file);
      const time = (run.cost.wallMs / 1000).toFixed(3);
      const test = suite.ele('testcase', { name: literal(nameOf(run, each)), classname: literal(classname), time });
      if (run.passed) {
        if (run.known) test.ele('system-out').txt(literal(shown(run.reason)));
        continue;
      }
      const type = literal(shown(run.failures[0]?.threshold ?? run.verdict));
      test
        .ele(isError(run) ? 'error' : 'failure', { type, message: literal(shown(run.reason)) })
        .txt(literal([...sentencesOf(run), ...(run.cause ?? [])].map(shown).join('\n')));
    }
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

/** What tells runs of one file apart: version, and Node and mode where they differ. */
function nameOf(run: RunResult, all: readonly RunResult[]): string {
  const severalNodes = new Set(all.map(({ node }) => node)).size > 1;
  return [shown(titleOf(run)), severalNodes ? `Node ${run.node}` : '', run.mode === 'jit' ? 'JIT' : '']
    .filter(Boolean)
    .join(' · ');
}
