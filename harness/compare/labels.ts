import type { RunResult } from '../run/result.ts';

type Identity = Pick<RunResult, 'package' | 'node'>;

/** What to call each column: by the version, the Node version, or both, whatever differs between them. */
export function labelsOf(runs: readonly Identity[]): string[] {
  const version = (run: Identity) => run.package?.version ?? 'this code';
  const nodes = new Set(runs.map(({ node }) => node).filter(Boolean));
  const versions = new Set(runs.map(version));
  return runs.map((run) => {
    // A run that died at once does not know its Node.
    const node = run.node === '' ? 'Node' : `Node ${run.node.replace(/^v/, '')}`;
    if (nodes.size <= 1) return version(run);
    return versions.size === 1 ? node : `${version(run)} · ${node}`;
  });
}
