import {
  type AllocationFrame,
  type Allocations,
  type HeapSnapshot,
  Retention,
  type SurvivorGroup,
} from '../../heap/index.ts';
import type { AllocationStack, Frame } from '../explanation.ts';
import type { FrameReader } from './frame-reader.ts';

/**
 * Fewest objects of a stack that is told, as a part of all of them. Of wrappers of native handles V8 knows the stack of a few
 * only, and of those not the right one: in a run of undici, of 4 of 80, on three stacks.
 */
const FEWEST = 0.05;

/** The stacks on which objects of one class were allocated, most retained first. */
export function stacksOf(
  snapshot: HeapSnapshot,
  allocations: Allocations,
  reader: FrameReader,
  objects: Pick<SurvivorGroup, 'className' | 'nodes' | 'definedAt'>,
): AllocationStack[] {
  const { className, nodes, definedAt } = objects;
  const retention = new Retention(snapshot, nodes);
  const byFrames = new Map<string, { frames: Frame[]; nodes: number[] }>();
  for (const [number, members] of Map.groupBy(nodes, (node) => allocations.stackNumber(node))) {
    const frames = framesOf(reader, allocations.stack(number), className, definedAt);
    // Without a frame of anybody's code it is V8's or the harness's own doing.
    if (!frames.some(({ owner }) => owner !== 'node')) continue;
    // How Node came from one to the next differs with its caches, and says nothing.
    const key = JSON.stringify(frames.filter(({ owner }) => owner !== 'node'));
    const alike = byFrames.get(key);
    if (alike === undefined) byFrames.set(key, { frames, nodes: [...members] });
    else alike.nodes.push(...members);
  }
  return [...byFrames.values()]
    .filter((stack) => stack.nodes.length >= FEWEST * nodes.length)
    .map((stack) => ({
      className,
      count: stack.nodes.length,
      retainedBytes: retention.ofSet(stack.nodes),
      frames: stack.frames,
    }))
    .sort((a, b) => b.retainedBytes - a.retainedBytes);
}

/** The frames of an allocation; a closure is allocated where it is written, which the snapshot tells to the line. */
export function framesOf(
  reader: FrameReader,
  stack: readonly AllocationFrame[],
  className: string,
  definedAt: string | null,
): Frame[] {
  const frames = reader.ofAllocation(stack, className);
  const [innermost, ...rest] = frames;
  if (innermost === undefined || definedAt === null || !className.startsWith('closure ')) return frames;
  const [, file, line] = /^(.*):(\d+)$/.exec(reader.writtenAt(definedAt)) ?? [];
  return [innermost.file === file ? { ...innermost, line: Number(line), exact: true } : innermost, ...rest];
}
