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
 * Makes one cause of leaks that are entries of one collection, as it is one Map that has to forget them, and of all that Node's
 * loader keeps, as it is one module that is loaded anew. Whatever else one object holds stays apart, as two listeners of one
 * event do: letting go of one does not let go of the other. In the order of the first of each.
 */
export function byCause(
  heads: readonly HeadGroup[],
  recognise: (suspect: HeadGroup['suspect']) => Recognition[],
): Cause[] {
  const causes = new Map<unknown, Cause>();
  for (const head of heads) {
    const kinds = recognise(head.suspect);
    const reason = commonReason(head, kinds) ?? head;
    const known = causes.get(reason);
    if (known === undefined) causes.set(reason, { head, beside: [], kinds });
    else {
      known.beside.push(head);
      known.kinds = withEvidence(known.kinds, kinds);
    }
  }
  return [...causes.values()];
}

/** What leaks have in common that are one; undefined for one that stays apart. */
function commonReason({ suspect: { path, holderAt } }: HeadGroup, [first]: readonly Recognition[]): unknown {
  if (first?.kind === 'growing collection') return path.nodes[holderAt];
  return first?.kind === 'module cache' ? first.kind : undefined;
}

/** The kinds, the first of which is shown by what shows the other too; what both are shown by comes last. */
function withEvidence([first, ...contents]: readonly Recognition[], [other]: readonly Recognition[]): Recognition[] {
  if (first === undefined) return [];
  const all = [...first.evidence, ...(other?.evidence ?? [])];
  const common = first.evidence.filter((fact) => other?.evidence.includes(fact));
  return [{ ...first, evidence: [...all.filter((fact) => !common.includes(fact)), ...common] }, ...contents];
}
