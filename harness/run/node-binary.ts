import path from 'node:path';
import { newestVersion, preparePackage } from '../packages/index.ts';
import { RequestError } from '../scenario/errors.ts';

/** The first major version of Node that can be measured, the one that this package's `engines` names; npm has older ones. */
const OLDEST = 20;

/**
 * The Node binary of a version: this process's own for null, otherwise one from npm (`22` for its newest, or `22.18.0`), installed on first
 * use. Throws a RequestError for what is not a version or is too old, and a PackageError for one that does not exist.
 */
export async function nodeBinary(
  version: string | null,
  options: { root: string; onProgress?: (line: string) => void; signal?: AbortSignal },
): Promise<string> {
  if (version === null) return process.execPath;
  if (!/^v?\d+(\.\d+){0,2}$/.test(version)) {
    throw new RequestError(`--node ${version} is not a version of Node; write 22 or 22.18.0`);
  }
  if (Number.parseInt(version.replace(/^v/, ''), 10) < OLDEST) {
    throw new RequestError(`--node ${version} cannot be measured; Node ${OLDEST} and later can, such as 22 or 22.18.0`);
  }
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const wanted = version.replace(/^v/, '');
  const exact = wanted.split('.').length === 3 ? wanted : await newestVersion(name, wanted, options);
  const prepared = await preparePackage({ name, version: exact }, options);
  if (prepared.kind !== 'installed') {
    throw new RequestError(`${name} is a specimen here; remove it from packages-under-test`);
  }
  return path.join(prepared.directory, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
