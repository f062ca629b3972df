import type { Suspect } from '../leaks/suspect.ts';

/** The class of an object, or the name of a function without its place: `record`. */
export function bareName(suspect: Suspect, node: number): string {
  return suspect.nameOf(node).replace(/^closure | \(.*\)$/g, '');
}
