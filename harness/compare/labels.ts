import type { RunResult } from '../run/result.ts';

/** What a column is of. */
interface Identity extends Pick<RunResult, 'package' | 'node'> {
  /** The version as it was asked for; null for code of the scenario's own. */
  written: string | null;
}

function versionOf({ package: underTest }: Identity): string {
  return underTest?.version ?? 'this code';
}

/**
 * The versions of the columns; with how they were asked for where one version was asked for in several ways, as by a folder
 * and by the tarball made of it.
 */
function versionsOf(columns: readonly Identity[]): string[] {
  return columns.map((column) => {
    const version = versionOf(column);
    const ways = new Set(columns.filter((each) => versionOf(each) === version).map(({ written }) => written));
    return ways.size > 1 && column.written !== version ? `${version} (${column.written})` : version;
  });
}

/** What to call each column: by the version, the Node version, or both, whatever differs between them. */
export function labelsOf(columns: readonly Identity[]): string[] {
  const nodes = new Set(columns.map(({ node }) => node).filter(Boolean));
  const versions = versionsOf(columns);
  if (nodes.size <= 1) return versions;
  const alike = new Set(versions).size === 1;
  return columns.map((column, i) => {
    // A run that died at once does not know its Node.
    const node = column.node === '' ? 'Node' : `Node ${column.node.replace(/^v/, '')}`;
    return alike ? node : `${versions[i]} · ${node}`;
  });
}
