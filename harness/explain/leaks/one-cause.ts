import type { Recognition } from '../recognise/recognition.ts';
import type { HeadGroup } from './find-leaks.ts';

/** What grows for one reason. */
export interface Cause {
  /** The one that retains most. */
  head: HeadGroup;
  /** Others that the same object holds in the same way: the keys of a Map beside its values. */
  beside: HeadGroup[];
  kinds: Recognition[];
}

/**
 * Makes one cause of leaks that one object holds and that are recognised alike. What is not recognised stays apart, as
 * nothing says that one call would let go of both. In the order of the first of each.
 */
export function byCause(
  heads: readonly HeadGroup[],
  recognise: (suspect: HeadGroup['suspect']) => Recognition[],
): Cause[] {
  const causes = new Map<unknown, Cause>();
  for (const head of heads) {
    const kinds = recognise(head.suspect);
    const [first] = kinds;
    const { path, holderAt } = head.suspect;
    const key = first === undefined ? head : `${path.nodes[holderAt]} ${first.kind} ${first.title}`;
    const known = causes.get(key);
    if (known === undefined) causes.set(key, { head, beside: [], kinds });
    else known.beside.push(head);
  }
  return [...causes.values()];
}
