import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../../harness/scenario/compile.ts';
import type { ScenarioDefinition } from '../../../harness/scenario/definition.ts';
import { claims } from './claims/index.ts';
import { figures } from './figures.ts';
import { readOutputs } from './plain-output.ts';
import { plainScripts } from './plain-scripts.ts';
import { readReproductions } from './reproductions.ts';

const SCENARIOS = path.resolve(import.meta.dirname, '../..');
const PLAIN = path.resolve(import.meta.dirname, '../plain');
const page = readFileSync(path.resolve(SCENARIOS, '../docs/findings.md'), 'utf8');
const outputs = readOutputs();

/** The reviewed scenarios, and those of the default set, which decide claims too. */
let reviewed: ScenarioDefinition[];
let standard: ScenarioDefinition[];
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'steadyheap-'));
  [reviewed, standard] = await Promise.all([scenariosIn(path.join(SCENARIOS, 'reviewed')), scenariosIn(SCENARIOS)]);
});

afterAll(() => rm(directory, { recursive: true, force: true }));

async function scenariosIn(folder: string): Promise<ScenarioDefinition[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.scenario.ts'));
  return Promise.all(
    files.map(async (file) => {
      const name = path.basename(file, '.scenario.ts').replaceAll('.', '-');
      const compiled = await compile({ entry: path.join(folder, file), directory, name });
      return ((await import(pathToFileURL(compiled).href)) as { default: ScenarioDefinition }).default;
    }),
  );
}

const evidence = claims.flatMap(({ decidedBy }) => decidedBy);

test('every claim and every figure is about a version that its scenario runs', () => {
  const versions = new Map([...reviewed, ...standard].map(({ name, options }) => [name, options.versions]));
  for (const { scenario, version } of [...evidence, ...figures]) {
    expect(versions.get(scenario), scenario).toContain(version);
  }
});

test('every reviewed scenario decides a claim', () => {
  const deciding = new Set(evidence.map(({ scenario }) => scenario));
  expect(reviewed.map(({ name }) => name).filter((name) => !deciding.has(name))).toEqual([]);
});

describe('the plain scripts', () => {
  test('are all run by themselves, and what they printed is kept for each version', () => {
    const scripts = readdirSync(PLAIN).filter((name) => name !== 'bytes-per-iteration.mjs');
    expect(plainScripts.map(({ name }) => name).sort()).toEqual(scripts.sort());
    for (const { name, of } of plainScripts) {
      expect(
        outputs[name]?.map(({ version }) => version),
        name,
      ).toEqual(of?.versions ?? [null]);
    }
  });

  test('show every leak that was found, in lines that they printed', () => {
    for (const { claim, decidedBy, plain } of claims) {
      const leaks = decidedBy.some(({ verdict }) => verdict === 'leak' || verdict === 'draining');
      if (leaks) expect(plain, claim).not.toEqual([]);
      for (const { script, lines } of plain) {
        const printed = outputs[script]?.flatMap((output) => output.lines) ?? [];
        const missing = lines.filter((beginning) => !printed.some((line) => line.startsWith(beginning)));
        expect(missing, `${claim}: ${script}`).toEqual([]);
      }
    }
  });
});

describe('docs/findings.md', () => {
  test('has a row for every claim, and none is undecided or unexplained', () => {
    for (const { system, by, claim, finding } of claims) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${system} | ${by} | ${claim} |`));
      expect(row, claim).toContain(`| **${finding}** |`);
    }
    for (const { scenario, version } of figures) expect(page).toMatch(rowOf(scenario, version));
    expect(page).not.toContain('**unexplained**');
  });

  test('calls a script whole only if it imports nothing from beside it, and begins with the command that installs the rest', () => {
    for (const { name, against, source } of readReproductions()) {
      const local = /(?:from|import\() ?['"`\s]*\.{1,2}\//.test(source);
      expect(local, name).toBe(against === 'specimens');
      if (against === 'package') expect(source.split('\n').slice(0, 2).join(), name).toMatch(/npm (install|ci) /);
      else expect(source.split('\n')[0], name).toContain(` scenarios/reviewed/plain/${name}`);
    }
  });

  test('holds every script as it is, with what it printed', () => {
    for (const { name, source } of readReproductions()) {
      expect(page, name).toContain(source.trimEnd());
      for (const { lines } of outputs[name] ?? []) expect(page, name).toContain(lines.join('\n'));
    }
  });
});

function rowOf(scenario: string, version: string): RegExp {
  const escaped = [scenario, version].map((text) => text.replaceAll(/[()+.]/g, '\\$&'));
  return new RegExp(`^\\| ${escaped[0]}[^|]* \\| ${escaped[1]} \\|`, 'm');
}
