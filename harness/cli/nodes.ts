import { nodeBinary } from '../run/node-binary.ts';

/** The Node binaries of the versions asked for, one after the other; this process's own when none is. */
export async function nodeBinaries(
  versions: readonly string[],
  options: { root: string; signal: AbortSignal; onProgress: (line: string) => void },
): Promise<string[]> {
  const binaries: string[] = [];
  for (const version of versions.length === 0 ? [null] : versions) binaries.push(await nodeBinary(version, options));
  return binaries;
}
