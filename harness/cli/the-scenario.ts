import path from 'node:path';
import { type DescribedScenario, describeScenario } from '../run/describe-scenario.ts';
import { findScenarios } from '../scenario/discover.ts';
import { RequestError } from '../scenario/errors.ts';

/** The one scenario that a word means. Throws a RequestError when it means none or several. */
export async function theScenario(word: string, cwd: string): Promise<DescribedScenario> {
  const files = await findScenarios([word], cwd, cwd);
  const [file] = files;
  if (file === undefined || files.length > 1) {
    const names = files.map((each) => path.relative(cwd, each)).join(', ');
    throw new RequestError(`'${word}' means ${files.length} scenarios, and this takes one: ${names}`);
  }
  return describeScenario(file);
}
