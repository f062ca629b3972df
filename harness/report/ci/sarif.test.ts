import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { RunResult } from '../../run/result.ts';
import { BYTE_METRICS } from '../../verdict/evidence.ts';
import { LOCATED } from '../testing/located.ts';
import { runOf } from '../testing/run-result.ts';
import { renderSarif } from './sarif.ts';

const text = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } };
const location = {
  type: 'object',
  additionalProperties: false,
  required: ['physicalLocation'],
  properties: {
    message: text,
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation', 'region'],
      properties: {
        artifactLocation: {
          type: 'object',
          required: ['uri'],
          properties: { uri: { type: 'string', pattern: '^[^/]' } },
        },
        region: { type: 'object', required: ['startLine'], properties: { startLine: { type: 'integer', minimum: 1 } } },
      },
    },
  },
};

/** What GitHub's code scanning asks of a result, and the specification's own demands on what is written here. */
const asked = {
  type: 'object',
  additionalProperties: false,
  required: ['$schema', 'version', 'runs'],
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                properties: {
                  rules: {
                    type: 'array',
                    items: { required: ['id', 'shortDescription'], properties: { shortDescription: text } },
                  },
                },
              },
            },
          },
          invocations: { type: 'array', items: { required: ['executionSuccessful'] } },
          results: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['ruleId', 'level', 'message', 'locations', 'partialFingerprints'],
              properties: {
                ruleId: { type: 'string' },
                level: { enum: ['error', 'note'] },
                message: text,
                locations: { type: 'array', minItems: 1, items: location },
                relatedLocations: { type: 'array', items: location },
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
                suppressions: {
                  type: 'array',
                  items: { required: ['kind'], properties: { kind: { const: 'external' } } },
                },
              },
            },
          },
        },
      },
    },
  },
};

const log = JSON.parse(renderSarif(LOCATED, '0.1.0'));

test('the log has what the specification and code scanning ask for', () => {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(asked);
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
});

test('each threshold that failed is a result at its scenario, with the lines that cause it', () => {
  const [objects, handles, known, crash] = log.runs[0].results;
  expect(objects).toMatchObject({
    ruleId: 'objects',
    level: 'error',
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'scenarios/models.scenario.ts' }, region: { startLine: 7 } } },
    ],
    relatedLocations: [
      {
        physicalLocation: { artifactLocation: { uri: 'src/registry.ts' }, region: { startLine: 12 } },
        message: { text: 'DataSource, Row comes from here' },
      },
    ],
  });
  expect(handles).toMatchObject({ ruleId: 'handles', level: 'error' });
  expect(known).toMatchObject({ level: 'note', suppressions: [{ kind: 'external' }] });
  expect(crash).toMatchObject({ ruleId: 'run', level: 'error' });
});

test('every rule that is used is described, and no other', () => {
  const rules = log.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(rules.toSorted()).toEqual(['handles', 'objects', 'run']);
});

test('a run that crashed makes the whole not successful', () => {
  expect(log.runs[0].invocations).toEqual([{ executionSuccessful: false }]);
  const without = JSON.parse(renderSarif(LOCATED.slice(0, 3), '0.1.0'));
  expect(without.runs[0].invocations).toEqual([{ executionSuccessful: true }]);
});

const resultsOf = (run: RunResult) =>
  JSON.parse(renderSarif([{ run, scenario: { file: 'a.ts', line: 1 }, causes: [] }], '0')).runs[0];

test.each([
  ...BYTE_METRICS,
  'objects',
  'handles.TCPSocketWrap',
  'processes',
  'fds',
  'gauges.rows',
  'afterTeardown',
  'drain',
  'slowdown',
  'errors',
  'known',
  'baseline.heap',
])('the threshold %s has a rule of its own', (threshold) => {
  const failures = [{ threshold, limit: 0, actual: 1, message: 'it grows' }];
  const { results, tool } = resultsOf(runOf({ passed: false, failures }));
  expect(results).toMatchObject([{ ruleId: threshold.split('.')[0] }]);
  expect(tool.driver.rules).toMatchObject([{ id: threshold.split('.')[0] }]);
});

test('the cause is told with what it explains, and not with what has others', () => {
  const cause = ['A Map grows.', 'allocated by open at a.ts:3', 'usually fixed so: bound its size'];
  const failures = ['objects', 'errors'].map((threshold) => ({ threshold, limit: 0, actual: 1, message: 'too many' }));
  const { results } = resultsOf(runOf({ passed: false, failures, cause }));
  expect(results.map(({ message }: { message: { text: string } }) => message.text)).toEqual([
    `tenant switches · juggler@7.0.3: too many\n${cause.join('\n')}`,
    'tenant switches · juggler@7.0.3: too many',
  ]);
});
