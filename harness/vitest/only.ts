/** Finds the scenarios that want to be the only ones, which a file cannot know of another one. Vitest's global set-up. */
import { readFile } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { describeScenario } from '../run/describe-scenario.ts';

/** A field of that name, or something that reads like one. The word alone stands in every fifth file, in comments. */
const MAY_SAY_ONLY = /\bonly['"]?\s*[:,(}]/;

async function saysOnly(file: string): Promise<boolean> {
  if (!MAY_SAY_ONLY.test(await readFile(file, 'utf8'))) return false;
  // A file that cannot be read is reported when it is run.
  const scenario = await describeScenario(file).catch(() => null);
  return scenario?.fields.only !== undefined;
}

export default async function setup(project: TestProject): Promise<void> {
  const { testFiles } = await project.globTestFiles();
  const only: string[] = [];
  for (const file of testFiles) if (await saysOnly(file)) only.push(file);
  project.provide('only', only);
}
