import type { RunResult } from '../run/result.ts';
import { heapShape, type Place } from './html/data/measured-heap.ts';

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Columns a sparkline takes at the most. */
export const SPARKLINE_WIDTH = 8;

/** The heap over the measured iterations as a row of blocks; empty when it was not measured. */
export function sparkline({ samples, growth }: Pick<RunResult, 'samples' | 'growth'>): string {
  const shape = heapShape({ rate: growth.heapBytes, samples });
  if (shape.length === 0) return '';
  const width = Math.min(SPARKLINE_WIDTH, shape.length);
  return Array.from({ length: width }, (_, i) => {
    const height = heightAt(i / Math.max(1, width - 1), shape);
    return BLOCKS[Math.round(height * (BLOCKS.length - 1))];
  }).join('');
}

/** How high the line is at a place between two of its points. */
function heightAt(x: number, shape: readonly Place[]): number {
  const next = Math.max(
    1,
    shape.findIndex((place) => place.x >= x),
  );
  const [from, to] = [shape[next - 1], shape[next] ?? shape[next - 1]];
  const part = to.x === from.x ? 1 : (x - from.x) / (to.x - from.x);
  return from.y + part * (to.y - from.y);
}
