import type { SampleAnswer } from './protocol.ts';
import { settle } from './settle.ts';

type Gauges = Record<string, (context: unknown) => number | Promise<number>>;

function countByType(types: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

async function readGauges(gauges: Gauges, context: unknown): Promise<Record<string, number>> {
  const values: Record<string, number> = {};
  for (const [name, read] of Object.entries(gauges)) {
    const value = await read(context);
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new TypeError(`gauges.${name} gave ${String(value)}; a gauge gives a finite number`);
    }
    values[name] = value;
  }
  return values;
}

/** Settles, then reads. The memory is read first: what reading the rest allocates is not in it. */
export async function takeSample(gauges: Gauges, context: unknown): Promise<SampleAnswer> {
  const startedAt = performance.now();
  await settle();
  const memory = process.memoryUsage();
  const settleMs = performance.now() - startedAt;
  const handles = countByType(process.getActiveResourcesInfo());
  return {
    heapBytes: memory.heapUsed,
    externalBytes: memory.external,
    arrayBufferBytes: memory.arrayBuffers,
    handles,
    gauges: await readGauges(gauges, context),
    settleMs,
  };
}
