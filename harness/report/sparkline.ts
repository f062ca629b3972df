import type { RunResult } from '../run/result.ts';
import { heapShape } from './html/data/measured-heap.ts';

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Columns a sparkline takes at the most. */
export const SPARKLINE_WIDTH = 8;

/** The heap over the measured iterations as a row of blocks; empty when it was not measured. */
export function sparkline({ samples, growth }: Pick<RunResult, 'samples' | 'growth'>): string {
  const shape = heapShape({ rate: growth.heapBytes, samples });
  if (shape.length === 0) return '';
  const width = Math.min(SPARKLINE_WIDTH, shape.length);
  return Array.from({ length: width }, (_, i) => {
    const height = shape[Math.round((i / Math.max(1, width - 1)) * (shape.length - 1))];
    return BLOCKS[Math.round(height * (BLOCKS.length - 1))];
  }).join('');
}
