import type { Suspect } from '../leaks/suspect.ts';
import type { Recognition } from './recognition.ts';

/** Where Node defines the class; somebody's own class of that name is another thing. */
const MODULE = /^node:domain\b/;

/** Domains of node:domain that nothing runs in any more, and that something keeps. */
export function recogniseDomain(suspect: Suspect): Recognition | null {
  const { path, at, example } = suspect;
  const held = Array.from(suspect.edgesOf(example), ({ target }) => target);
  const domain = [...path.nodes.slice(at), ...held].find((node) => isDomain(suspect, node));
  if (domain === undefined) return null;
  const what = example === domain ? 'Domain' : `${suspect.nameOf(example)} with a Domain`;
  return {
    kind: 'detached domain',
    title: 'Domains of node:domain stay after what ran in them has ended.',
    evidence: [`${suspect.nodes.length} ${what} more after the measured iterations than before`],
    remedy:
      'take the domain out of what holds it when its work has ended, and remove() its members; AsyncLocalStorage, which replaces node:domain, holds a context only as long as something runs in it',
  };
}

function isDomain(suspect: Suspect, node: number): boolean {
  return suspect.isNew(node) && suspect.nameOf(node) === 'Domain' && MODULE.test(suspect.placeOf(node) ?? '');
}
