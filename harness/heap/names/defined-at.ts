import { scriptPath } from './script-label.ts';
import type { SourcePlace } from './sources.ts';

/** `file:line` for people to open; null for an unknown place and for code from `eval`, which has no file. */
export function definedAt(place: SourcePlace | undefined): string | null {
  return place?.url ? `${scriptPath(place.url)}:${place.line}` : null;
}
