import { PackageError } from './errors.ts';
import { commitOf, git } from './git.ts';

/** A commit by its full name, and its first line. */
export interface Commit {
  id: string;
  subject: string;
}

/**
 * The commits of a repository's main line from one ref to a later one, both included, oldest first. Merged branches count as
 * their merge.
 *
 * @throws {PackageError} when a ref is unknown, or neither is an ancestor of the other
 */
export async function commitsBetween(
  folder: string,
  one: string,
  other: string,
  signal?: AbortSignal,
): Promise<Commit[]> {
  const [a, b] = [await commitOf(folder, one, signal), await commitOf(folder, other, signal)];
  // Two histories without a common commit make git fail without a word.
  const base = await git(folder, ['merge-base', a, b], signal).catch(() => null);
  signal?.throwIfAborted();
  if (base !== a && base !== b) throw new PackageError(`Neither of ${one} and ${other} is an ancestor of the other.`);
  const [oldest, newest] = base === a ? [a, b] : [b, a];
  const format = ['--first-parent', '--reverse', '--format=%H %s'];
  const first = await git(folder, ['log', '-1', '--format=%H %s', oldest], signal);
  const later = await git(folder, ['log', ...format, `${oldest}..${newest}`], signal);
  return [first, ...later.split('\n').filter(Boolean)].map((line) => ({
    id: line.slice(0, 40),
    subject: line.slice(41),
  }));
}
