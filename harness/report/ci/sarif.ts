import { shown } from '../../verdict/shown.ts';
import type { Allowances, Failure } from '../../verdict/types.ts';
import { titleOf } from '../words.ts';
import type { LocatedRun, Place } from './places.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Every threshold by its name in a failure, what a run is held against besides, and a run without a judgement. */
type Rule = Exclude<keyof Allowances, 'drainMs'> | 'drain' | 'known' | 'baseline' | 'run';

/** What each kind of finding means; a threshold of handles or gauges belongs to its kind. */
const RULES: Readonly<Record<Rule, string>> = {
  heap: 'The V8 heap grows with each iteration',
  objects: 'Objects stay alive with each iteration',
  external: 'Memory outside the V8 heap grows with each iteration',
  arrayBuffers: 'Buffers stay alive with each iteration',
  rss: 'The resident memory of the process grows with each iteration',
  processesRss: 'The resident memory of child processes grows with each iteration',
  handles: 'Handles or timers stay open with each iteration',
  processes: 'Child processes stay alive with each iteration',
  fds: 'File descriptors stay open with each iteration',
  gauges: 'A number the scenario watches grows with each iteration',
  afterTeardown: 'Objects outlive teardown',
  drain: 'Growth takes longer than allowed to go by itself',
  slowdown: 'Iterations become slower',
  errors: 'Iterations throw',
  known: 'A known leak is not what it was',
  baseline: 'More grows than the committed baseline has',
  run: 'The run could not be judged',
};

/** What is found to be the cause of a run explains these. */
const CAUSED: ReadonlySet<Rule> = new Set<Rule>([
  'heap',
  'objects',
  'external',
  'arrayBuffers',
  'rss',
  'processesRss',
  'handles',
  'processes',
  'fds',
  'afterTeardown',
  'baseline',
]);

/** The rule a threshold's failure belongs to: `handles.TCPSocketWrap` to `handles`. */
function ruleOf({ threshold }: Pick<Failure, 'threshold'>): Rule {
  const [kind = ''] = threshold.split('.');
  return Object.hasOwn(RULES, kind) ? (kind as Rule) : 'run';
}

function location({ file, line }: Place, message?: string) {
  return {
    physicalLocation: { artifactLocation: { uri: encodeURI(file), uriBaseId: 'SRCROOT' }, region: { startLine: line } },
    ...(message === undefined ? {} : { message: { text: shown(message) } }),
  };
}

function resultsOf({ run, scenario, causes }: LocatedRun) {
  if (run.passed && !run.known) return [];
  const findings: Pick<Failure, 'threshold' | 'message'>[] =
    run.failures.length > 0 && !run.known
      ? run.failures
      : [{ threshold: run.known ? 'objects' : 'run', message: run.reason }];
  return findings.map((finding) => {
    const rule = ruleOf(finding);
    const cause = CAUSED.has(rule) ? (run.cause ?? []) : [];
    return {
      ruleId: rule,
      level: run.passed ? 'note' : 'error',
      message: { text: [`${titleOf(run)}: ${finding.message}`, ...cause].map(shown).join('\n') },
      locations: [location(scenario)],
      relatedLocations: causes.map(({ place, classes }) => location(place, `${classes.join(', ')} comes from here`)),
      partialFingerprints: { 'steadyheap/v1': `${run.file}:${titleOf(run)}:${finding.threshold}` },
      ...(run.passed ? { suppressions: [{ kind: 'external', justification: shown(run.reason) }] } : {}),
    };
  });
}

/**
 * What failed as SARIF 2.1.0, for code scanning: a result per threshold, at the line of its scenario, with the lines that
 * allocate or define what stays, and in its text what the cause is and what usually ends it. A known leak is a suppressed note.
 *
 * @param version steadyheap's own.
 */
export function renderSarif(runs: readonly LocatedRun[], version: string): string {
  const results = runs.flatMap(resultsOf);
  const used = new Set(results.map(({ ruleId }) => ruleId));
  const rules = Object.entries(RULES)
    .filter(([id]) => used.has(id as Rule))
    .map(([id, text]) => ({ id, shortDescription: { text } }));
  const completed = runs.every(({ run }) => run.verdict !== 'crashed');
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'steadyheap', version, rules } },
        invocations: [{ executionSuccessful: completed }],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
