import type { ClassNames } from './class-names.ts';
import { scriptPath } from './script-label.ts';

/** `file:line` of a closure, or of the class of an object; null where V8 or the snapshot does not tell. */
export function definedAt(classes: ClassNames, node: number): string | null {
  const position = classes.scripts.positionOf(node);
  const url = position && classes.urlOf(position.scriptId);
  return position && url ? `${scriptPath(url)}:${position.line}` : null;
}
