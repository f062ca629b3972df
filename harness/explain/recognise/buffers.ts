import { NodeKind } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import type { Recognition } from './recognition.ts';

/** How far below the objects that stay a buffer is looked for: object, view, buffer, native memory. */
const DEPTH = 3;

/** Buffers whose memory lies outside the V8 heap. */
export function recogniseBuffers(suspect: Suspect): Recognition | null {
  const seen = new Set<number>(suspect.nodes);
  let level: readonly number[] = suspect.nodes;
  let buffers = 0;
  let bytes = 0;
  for (let depth = 0; depth <= DEPTH; depth++) {
    const next: number[] = [];
    for (const node of level) {
      for (const { name, target } of suspect.edgesOf(node)) {
        if (seen.has(target)) continue;
        if (name === 'backing_store' && suspect.snapshot.nodeKinds[target] === NodeKind.native) {
          seen.add(target);
          buffers++;
          bytes += suspect.snapshot.nodeSizes[target] as number;
        } else if (suspect.isNew(target)) {
          seen.add(target);
          next.push(target);
        }
      }
    }
    level = next;
  }
  if (buffers * 2 < suspect.nodes.length || bytes === 0) return null;
  return {
    kind: 'buffers',
    title: 'Buffers are kept: most of the memory lies outside the V8 heap.',
    evidence: [`${buffers} buffers with ${bytes} bytes together, which the limit of the V8 heap does not bound`],
    remedy:
      'let go what holds them; a small slice keeps the whole buffer, so copy what is to stay with Buffer.from(slice)',
  };
}
