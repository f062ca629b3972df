import type { RunResult } from '../../../harness/run/result.ts';
import type { Figure } from './figures.ts';
import { bytesOf } from './phrase.ts';

/** What a scenario measures now, in bytes of heap and external memory per iteration, beside an earlier figure. */
interface ComparedFigure {
  /** The typical batch. */
  typical: number | null;
  /** All of the measured growth, steps of tables included, divided by the iterations. */
  mean: number | null;
  /** The same on Node 20; null when it was not run there. */
  meanOnNode20: number | null;
  /** Why the figures differ; empty when they do not, null when no reason is given. */
  why: string | null;
}

/** Figures that differ by less are the same. */
const TOLERANCE = 0.15;

/** Looks a figure up in results, and finds out what it differs by. */
export function compareFigure(figure: Figure, results: readonly RunResult[]): ComparedFigure {
  const runs = results.filter(
    ({ scenario, package: of }) => scenario === figure.scenario && of?.version === figure.version,
  );
  const now = runs.findLast(({ node }) => !node.startsWith('v20.'));
  const onNode20 = runs.findLast(({ node }) => node.startsWith('v20.'));
  const times = figure.times ?? 1;
  const typical = now ? bytesOf(now) / times : null;
  const mean = now ? meanOf(now) / times : null;
  const meanOnNode20 = onNode20 ? meanOf(onNode20) / times : null;
  return { typical, mean, meanOnNode20, why: reason(figure, { typical, mean, meanOnNode20 }) };
}

function reason(figure: Figure, { typical, mean, meanOnNode20 }: Omit<ComparedFigure, 'why'>): string | null {
  if (isSame(figure, typical)) return '';
  if (isSame(figure, mean)) return 'tables that grow in steps: the typical batch has none';
  if (isSame(figure, meanOnNode20)) return 'Node 20 keeps more or less for the same code';
  return figure.why ?? null;
}

function isSame({ earlier }: Figure, bytes: number | null): boolean {
  const [low, high] = typeof earlier === 'number' ? [earlier, earlier] : earlier;
  return bytes !== null && bytes >= low * (1 - TOLERANCE) && bytes <= high * (1 + TOLERANCE);
}

/** The growth of each segment of the measured iterations, over all of them: a snapshot between two segments moves the heap. */
function meanOf({ samples }: RunResult): number {
  const segments = Map.groupBy(
    samples.filter(({ phase }) => phase.startsWith('segment')),
    ({ phase }) => phase,
  );
  let [bytes, iterations] = [0, 0];
  for (const segment of segments.values()) {
    const [first, last] = [segment[0], segment.at(-1)];
    if (first === undefined || last === undefined) continue;
    bytes += last.heapBytes + last.externalBytes - first.heapBytes - first.externalBytes;
    iterations += last.iteration - first.iteration;
  }
  return bytes / iterations;
}
