import type { Recognition } from '../recognise/recognition.ts';
import type { HeadGroup } from './find-leaks.ts';

/** What grows for one reason. */
export interface Cause {
  /** The one that retains most. */
  head: HeadGroup;
  /** Others that the same collection holds: the keys of a Map beside its values. */
  beside: HeadGroup[];
  kinds: Recognition[];
}

/**
 * Makes one cause of leaks that are entries of one collection: it is one Map that has to forget them. Whatever else one object
 * holds stays apart, as two listeners of one event do: letting go of one does not let go of the other. In the order of the
 * first of each.
 */
export function byCause(
  heads: readonly HeadGroup[],
  recognise: (suspect: HeadGroup['suspect']) => Recognition[],
): Cause[] {
  const causes = new Map<unknown, Cause>();
  for (const head of heads) {
    const kinds = recognise(head.suspect);
    const { path, holderAt } = head.suspect;
    const collection = kinds[0]?.kind === 'growing collection' ? path.nodes[holderAt] : undefined;
    const known = causes.get(collection ?? head);
    if (known === undefined) causes.set(collection ?? head, { head, beside: [], kinds });
    else {
      known.beside.push(head);
      known.kinds = withEvidence(known.kinds, kinds);
    }
  }
  return [...causes.values()];
}

/** The kinds, the first of which is shown by what shows the other too. */
function withEvidence([first, ...contents]: readonly Recognition[], [other]: readonly Recognition[]): Recognition[] {
  if (first === undefined) return [];
  return [{ ...first, evidence: [...new Set([...first.evidence, ...(other?.evidence ?? [])])] }, ...contents];
}
