import type { LiveReport } from '../report/live.ts';
import { type DescribedScenario, describeScenario } from '../run/describe-scenario.ts';
import type { RunRequest } from '../run/run.ts';
import { findScenarios } from '../scenario/discover.ts';
import { RequestError } from '../scenario/errors.ts';
import { nodeBinaries } from './nodes.ts';
import { versionRequests } from './version-requests.ts';
import type { World } from './world.ts';

/** What is to be run. */
export interface Wanted {
  /** Scenarios, as they are written; all of them when there is none. */
  words: readonly string[];
  /** Packages as NAME@VERSION, in place of the versions that the scenarios name. */
  packages: readonly string[];
  /** Versions of Node. */
  nodes: readonly string[];
  mode: RunRequest['mode'];
  iterations: number | undefined;
}

/** A package asked for on the command line. Throws a RequestError when the version is missing. */
function parsePackage(spec: string): { name: string; version: string } {
  // The first @ that is not that of a scope: a version may hold more of them, as in my-package@.@main.
  const at = spec.indexOf('@', 1);
  if (at === -1 || at === spec.length - 1) {
    throw new RequestError(`--package ${spec} names no version; write NAME@VERSION, such as lru-cache@7.8.0`);
  }
  return { name: spec.slice(0, at), version: spec.slice(at + 1) };
}

function chosen(scenarios: readonly DescribedScenario[], live: LiveReport): DescribedScenario[] {
  const only = scenarios.filter(({ fields }) => fields.only !== undefined);
  for (const { name, fields } of only) live.line(`only ${name}: ${fields.only}`);
  const rest = only.length > 0 ? only : scenarios;
  for (const { name, fields } of rest) if (fields.skip !== undefined) live.line(`skipped ${name}: ${fields.skip}`);
  return rest.filter(({ fields }) => fields.skip === undefined);
}

/** Each scenario that is wanted, at each of its versions, on each Node. Throws a RequestError for what cannot be meant. */
export async function runRequests(wanted: Wanted, { cwd, signal }: World, live: LiveReport): Promise<RunRequest[]> {
  const { mode } = wanted;
  const packages = wanted.packages.map(parsePackage);
  const described = await Promise.all((await findScenarios(wanted.words, cwd, cwd)).map(describeScenario));
  for (const { name } of packages) {
    if (!described.some(({ fields }) => fields.package === name)) {
      throw new RequestError(`--package ${name}: none of the scenarios asked for is of that package`);
    }
  }
  const scenarios = chosen(described, live);
  const options = { root: cwd, cwd, signal, onProgress: (line: string) => live.line(line) };
  const nodes = await nodeBinaries(wanted.nodes, options);
  const iterations = wanted.iterations === undefined ? {} : { iterations: wanted.iterations };
  const requests: RunRequest[] = [];
  for (const scenario of scenarios) {
    const written = packages.filter(({ name }) => name === scenario.fields.package).map(({ version }) => version);
    for (const { request } of await versionRequests(scenario, written, options)) {
      requests.push(...nodes.map((node) => ({ scenario, ...request, mode, node, ...iterations })));
    }
  }
  return requests;
}
