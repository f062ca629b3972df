import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeScenario } from './describe-scenario.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;

/** The sentence that a file with this source gets, without the file's own path. */
async function sentenceOf(source: string): Promise<string> {
  const file = path.join(folder, `mistake-${files++}.scenario.ts`);
  await writeFile(file, source);
  const error: Error = await describeScenario(file).then(
    () => new Error('no mistake was found'),
    (rejection) => rejection,
  );
  return error.message.replaceAll(file, 'FILE');
}

const withFields = (fields: string) =>
  `import { scenario } from 'steadyheap';\nexport default scenario('a', { iterate() {}, ${fields} });`;

describe('each mistake in a field gets one sentence that names the field and what would be right', () => {
  test.each([
    ["iterate: 'x'", "iterate is 'x'; it is to be the function to repeat"],
    ['iterations: 0', 'iterations is 0; it is to be a whole number of at least 8'],
    ["iterations: '100'", "iterations is '100'; it is to be a whole number of at least 8"],
    ['iterations: NaN', 'iterations is NaN; it is to be a whole number of at least 8'],
    ['batches: 2', 'batches is 2; it is to be a whole number of at least 8, or no growth can be told from chance'],
    ['iterations: 10, batches: 20', 'batches is 20 but iterations is 10; a batch holds at least one iteration'],
    ['warmup: 1.5', 'warmup is 1.5; it is to be a whole number of at least 1'],
    ["timeout: '5 kB'", "timeout: 'kB' in '5 kB' is no unit that fits; write '250 ms', '2.5 s' or '2 min'"],
    ["drain: 'long'", "drain: 'long' is not a quantity; write '250 ms', '2.5 s' or '2 min'"],
    ['drain: { total: 5 }', 'drain: { total } does not fit here'],
    ["versions: ['1.0.0']", 'versions is given without package; name the package the versions are of'],
    ["package: 'x'", "versions is missing; name the versions of x to run, such as ['1.0.0']"],
    ["package: 'x', versions: []", 'versions is empty; name at least one version, or leave the field out'],
    ["package: 'x', versions: ['1.0.0', '1.0.0']", 'versions names one version twice; name each once'],
    ["package: 'x', versions: [1]", "versions.0 is 1; it is to be a version such as '7.0.3'"],
    ["nodeFlags: ['expose-gc']", "nodeFlags.0 is 'expose-gc'; it is to be a flag such as --no-warnings"],
    ['env: { PORT: 1 }', 'env.PORT is 1; it is to be a text'],
    ["services: ['mysql']", "services.0 is 'mysql'; it is to be 'postgres' or 'browser'"],
    ['skip: true', 'skip is true; it is to be the reason, in words'],
    ["only: ''", "only is ''; it is to be the reason, in words"],
    ['setup: {}', 'setup is {}; it is to be a function'],
    ['gauges: { rows: 3 }', 'gauges.rows is 3; it is to be a function that gives a number'],
    [
      "thresholds: { heap: '1 kb' }",
      "thresholds.heap: 'kb' in '1 kb' is no unit of bytes; write '0 B', '1 kB' or '64 KiB'",
    ],
    ["thresholds: { heap: 'none' }", "thresholds.heap: 'none' is not a quantity; write '0 B', '1 kB' or '64 KiB'"],
    ['thresholds: { heap: -1 }', 'thresholds.heap is -1; it cannot be negative'],
    ["thresholds: { objects: 'few' }", "thresholds.objects: 'few' is not a number; write 0 or 0.5"],
    ['thresholds: { heep: 0 }', 'thresholds.heep is no field of thresholds; the fields are heap, objects, external'],
    ['thresholds: { slowdown: 0.5 }', 'thresholds.slowdown is 0.5; it is to be a ratio of at least 1, such as 1.5'],
    ['thresholds: { gauges: { rows: 0 } }', 'thresholds.gauges.rows limits a gauge that gauges does not define'],
    [
      "known: [{ class: 'A' }]",
      'known.0.reason is missing; it is to be one sentence that says why the leak is tolerated',
    ],
    ["known: [{ reason: 'r' }]", "known.0.class is missing; it is to be the class that stays, such as 'DataSource'"],
    [
      "known: [{ class: 'A', reason: 'r', expires: 'soon' }]",
      "known.0.expires is 'soon'; it is to be a day such as '2027-06-30'",
    ],
    [
      "known: [{ class: 'A', reason: 'r', versions: 'old' }]",
      "known.0.versions is 'old'; it is to be a semver range or one of versions",
    ],
    ['itterations: 5', 'itterations is no field of a scenario; the fields are package, versions, iterations'],
  ])('%s', async (fields, sentence) => {
    expect(await sentenceOf(withFields(fields))).toContain(`FILE: ${sentence}`);
  });
});

describe('each mistake in the file as a whole gets one sentence', () => {
  test.each([
    ['nothing exported', 'export const a = 1;', "no default export made by scenario('name', { ... })"],
    ['something else exported', 'export default { name: 1 };', "no default export made by scenario('name', { ... })"],
    ['no name', "import { scenario } from 'steadyheap'; export default scenario('', { iterate() {} });", 'the name'],
    [
      'no options',
      "import { scenario } from 'steadyheap'; export default scenario('a');",
      'the second argument of scenario() is undefined; it is to be an object with iterate',
    ],
    ['a syntax error', 'export default scenario(;', 'FILE'],
    ['a module that is not there', "import './gone.ts'; export default 1;", './gone.ts'],
    ['a package that is not there', "import 'no-such-package'; export default 1;", 'no-such-package'],
    ['an error at its top level', "throw new Error('no database');", 'FILE: no database'],
    ['an exit at its top level', 'process.exit(7);', 'the process exited with code 7'],
  ])('%s', async (_name, source, part) => {
    const sentence = await sentenceOf(source);
    expect(sentence).toContain(part);
    expect(sentence).toContain('FILE');
  });

  test('a file that is not there', async () => {
    await expect(describeScenario(path.join(folder, 'gone.scenario.ts'))).rejects.toThrow(
      /gone\.scenario\.ts.*(no such file|cannot|not)/i,
    );
  });
});

test('a plain JavaScript file, a CommonJS import and legacy decorators with metadata are read', async () => {
  const plain = path.join(folder, 'plain.scenario.mjs');
  await writeFile(plain, "import { scenario } from 'steadyheap';\nexport default scenario('plain', { iterate() {} });");
  expect(await describeScenario(plain)).toMatchObject({ name: 'plain' });
  await writeFile(path.join(folder, 'own.cjs'), 'module.exports = { iterations: 12, at: __dirname };');
  const decorated = path.join(folder, 'decorated.scenario.ts');
  await writeFile(
    decorated,
    `import { scenario } from 'steadyheap';
     import own from './own.cjs';
     const types: unknown[] = [];
     Object.assign(Reflect, { metadata: (key: string, type: unknown) => () => { types.push(type); } });
     function column(_target: object, _key: string) {}
     class User { @column born!: Date; constructor(readonly name: string) {} }
     if (types[0] !== Date || own.at !== import.meta.dirname) throw new Error('not compiled as it should be');
     export default scenario('decorated', { iterations: own.iterations, iterate() { return new User('x'); } });`,
  );
  expect(await describeScenario(decorated)).toMatchObject({ fields: { iterations: 12 } });
});
