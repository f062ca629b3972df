import type { Allocations, SurvivorGroup } from '../../heap/index.ts';
import type { Origin } from '../explanation.ts';
import type { FrameReader } from './frame-reader.ts';
import { framesOf } from './stacks.ts';
import { tellingFrames } from './telling.ts';

/** For each class the stack on which most of its objects were allocated; classes whose stacks V8 does not tell are left out. */
export function originsOf(groups: readonly SurvivorGroup[], allocations: Allocations, reader: FrameReader): Origin[] {
  const counts = new Map<string, Map<number, number>>();
  for (const { className, nodes } of groups) {
    const ofClass = counts.get(className) ?? new Map<number, number>();
    counts.set(className, ofClass);
    for (const node of nodes) {
      const number = allocations.stackNumber(node);
      ofClass.set(number, (ofClass.get(number) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([className, ofClass]) => {
    const [most] = [...ofClass].sort(([, a], [, b]) => b - a).map(([number]) => number);
    const definedAt = groups.find((group) => group.className === className)?.definedAt ?? null;
    return { className, frames: tellingFrames(framesOf(reader, allocations.stack(most ?? 0), className, definedAt)) };
  }).filter(({ frames }) => frames.length > 0);
}
