import { type DescribedScenario, describeScenario } from '../run/describe-scenario.ts';
import { findScenarios, scenarioName } from '../scenario/discover.ts';
import { RequestError } from '../scenario/errors.ts';
import { listNames } from '../scenario/names.ts';

/**
 * The one scenario that a word means: its whole name, or a part of no other. Throws a RequestError when it means none
 * or several.
 */
export async function theScenario(word: string, cwd: string): Promise<DescribedScenario> {
  const files = await findScenarios([word], cwd, cwd);
  const names = files.map((file) => scenarioName(file, cwd));
  const file = files.length === 1 ? files[0] : files[names.indexOf(word)];
  if (file !== undefined) return describeScenario(file);
  throw new RequestError(`'${word}' means ${names.length} scenarios, and this takes one: ${listNames(names)}`);
}
