import type { OpenHandles } from './explanation.ts';
import type { FrameReader } from './frames/frame-reader.ts';
import type { Creation } from './pass/creations.ts';

/** Fewer of one kind may be a pool, or what the last iteration has not yet closed. */
const FEWEST = 2;

/** Groups what is still open by its type and the calls that made it, most first. */
export function groupHandles(creations: readonly Creation[], reader: FrameReader): OpenHandles[] {
  const groups = new Map<string, OpenHandles>();
  for (const { type, calls, path } of creations) {
    const frames = reader.ofCalls(calls);
    const own = frames.filter(({ owner }) => owner !== 'node');
    if (own.length === 0) continue;
    // How Node came to it differs: the first time it loads what it needs, and a lookup may be done at once or later.
    const key = JSON.stringify([type, own]);
    const group = groups.get(key) ?? { type, count: 0, frames, ...(path === undefined ? {} : { example: path }) };
    group.count++;
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ count }) => count >= FEWEST).sort((a, b) => b.count - a.count);
}
