/** How the version of something unpublished is written: the version of its manifest, with the state it was in as build metadata. */

/** Digits of a commit or a checksum in a label. */
const DIGITS = 7;

/** What a label says where the state came from without a name: a folder, a tarball, or a commit by its id. */
const UNNAMED = 'unpublished';

/** What tells one state of something unpublished from another. */
export interface State {
  /** The branch or tag by which it was asked for; null for a folder, a tarball, or a commit by its id. */
  ref: string | null;
  /** The commit, or the checksum of what was packed. */
  id: string;
}

/** The label of a state, such as `1.2.3+main.5d9a33a`; ranges still hold for it. */
export function stateLabel(version: string, { ref, id }: State): string {
  const short = id.slice(0, DIGITS);
  const metadata = ref === null ? short : `${ref}.${short}`;
  return `${version.replace(/\+.*/, '')}+${metadata.replace(/[^0-9A-Za-z.-]+/g, '-')}`;
}

/**
 * The version that a label shares with later states of the same: `1.2.3+main` or `1.2.3+unpublished`. Any other version is
 * left as it is, with its build metadata.
 */
export function withoutState(label: string): string {
  return label.replace(/\+(?:(.+)\.)?[0-9a-f]{7}$/, (_, ref: string = UNNAMED) => `+${ref}`);
}
