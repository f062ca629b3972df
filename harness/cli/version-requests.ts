import { type PrepareOptions, resolveVersion } from '../packages/index.ts';
import type { DescribedScenario } from '../run/describe-scenario.ts';
import type { RunRequest } from '../run/run.ts';
import { RequestError } from '../scenario/errors.ts';

/** The part of a run's request that says what is under test. */
export type VersionRequest = Pick<RunRequest, 'version' | 'tarball'>;

type Options = PrepareOptions & { cwd: string };

/** A version as it is written, without the `NAME@` that may stand before it. */
function withoutName(name: string, written: string): string {
  return written.startsWith(`${name}@`) ? written.slice(name.length + 1) : written;
}

/** Resolves one version of a scenario's package, written with or without `NAME@` before it. */
export async function versionRequest(name: string, written: string, options: Options): Promise<VersionRequest> {
  const { version, tarball } = await resolveVersion(name, withoutName(name, written), options);
  return tarball === undefined ? { version } : { version, tarball };
}

/**
 * The versions that are asked for, or those that the scenario names; one `null` for a scenario that measures code of
 * its own. Throws a RequestError for versions of such a scenario.
 */
export function versionsAsked({ name, fields }: DescribedScenario, written: readonly string[]): (string | null)[] {
  const { package: underTest, versions = [] } = fields;
  if (underTest !== undefined) {
    return (written.length > 0 ? written : versions).map((each) => withoutName(underTest, each));
  }
  if (written.length === 0) return [null];
  throw new RequestError(`'${name}' measures code of its own, which has no version ${written[0]}; leave it out`);
}

/** One version that a scenario is to be run on. */
export interface AskedVersion {
  /** As it was asked for; null for code of its own. */
  written: string | null;
  request: VersionRequest;
}

/** What a scenario is to be run on: the versions as they are written, or those it names itself. */
export async function versionRequests(
  scenario: DescribedScenario,
  written: readonly string[],
  options: Options,
): Promise<AskedVersion[]> {
  const { package: name } = scenario.fields;
  const asked: AskedVersion[] = [];
  // One after the other: two builds of one repository would disturb each other.
  for (const each of versionsAsked(scenario, written)) {
    const plain = name === undefined || each === null;
    const request = plain ? { version: null } : await versionRequest(name, each, options);
    asked.push({ written: each, request });
  }
  return asked;
}

/** A sentence about each version that is asked for more than once, in one way or several. */
export function askedAgain(versions: readonly AskedVersion[]): string[] {
  const alike = Map.groupBy(versions, ({ request }) => request.tarball ?? request.version);
  return [...alike.values()]
    .filter(({ length }) => length > 1)
    .map((each) => {
      const ways = [...new Set(each.map(({ written }) => written))];
      const same =
        ways.length === 1 ? `${ways[0]} is named ${each.length} times` : `${ways.join(' and ')} are one version`;
      return `${same}: what differs between them is what runs of one version differ by`;
    });
}
