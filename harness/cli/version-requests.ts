import { type PrepareOptions, resolveVersion } from '../packages/index.ts';
import type { DescribedScenario } from '../run/describe-scenario.ts';
import type { RunRequest } from '../run/run.ts';
import { RequestError } from '../scenario/errors.ts';

/** The part of a run's request that says what is under test. */
export type VersionRequest = Pick<RunRequest, 'version' | 'tarball'>;

type Options = PrepareOptions & { cwd: string };

/** Resolves one version of a scenario's package, written with or without `NAME@` before it. */
export async function versionRequest(name: string, written: string, options: Options): Promise<VersionRequest> {
  const text = written.startsWith(`${name}@`) ? written.slice(name.length + 1) : written;
  const { version, tarball } = await resolveVersion(name, text, options);
  return tarball === undefined ? { version } : { version, tarball };
}

/**
 * What a scenario is to be run on: the versions as they are written, or those it names itself. Throws a RequestError for
 * versions of a scenario that measures code of its own.
 */
export async function versionRequests(
  { name, fields }: DescribedScenario,
  written: readonly string[],
  options: Options,
): Promise<VersionRequest[]> {
  if (fields.package === undefined) {
    if (written.length === 0) return [{ version: null }];
    throw new RequestError(`'${name}' measures code of its own, which has no version ${written[0]}; leave it out`);
  }
  const wanted = written.length > 0 ? written : (fields.versions ?? []);
  const requests: VersionRequest[] = [];
  // One after the other: two builds of one repository would disturb each other.
  for (const each of wanted) requests.push(await versionRequest(fields.package, each, options));
  return requests;
}
