import type { Limit, Thresholds } from '../scenario/definition.ts';
import { parseBytes, parseCount, parseLimit, parseMs } from '../scenario/quantity.ts';
import { BYTE_METRICS } from '../verdict/assess.ts';
import type { Allowance, Allowances } from '../verdict/types.ts';
import type { Mode } from './flags.ts';
import type { Sample } from './result.ts';

/** What must not grow when the scenario does not say otherwise. */
const STRICT: Thresholds = {
  heap: '0 B',
  objects: 0,
  external: '0 B',
  arrayBuffers: '0 B',
  rss: '0 B',
  processesRss: '0 B',
  handles: 0,
  processes: 0,
  fds: 0,
  errors: 0,
};

function written(limit: Limit): string {
  return typeof limit === 'object' ? `${limit.total} in all` : String(limit);
}

/**
 * The scenario's thresholds, completed with the strict defaults, as growth per iteration. Under the JIT the bytes of the
 * heap drift by themselves, so they are judged only if the scenario limits them.
 *
 * @param iterations Measured iterations, to spread what is allowed over the whole run.
 * @param baseline The sample that percentages refer to.
 */
export function allowancesOf(thresholds: Thresholds, mode: Mode, iterations: number, baseline: Sample): Allowances {
  const { heap, ...census } = STRICT;
  const all: Thresholds = { ...(mode === 'jit' ? census : STRICT), ...thresholds };
  const allow = (limit: Limit, parse: typeof parseBytes, atBaseline: number): Allowance => {
    const { of, value } = parseLimit(limit, parse);
    const perIteration = of === 'iteration' ? value : ((of === 'baseline' ? atBaseline : 1) * value) / iterations;
    return { perIteration, written: written(limit) };
  };
  const allowances: Allowances = { gauges: {}, errors: all.errors ?? 0 };
  const bytesAtBaseline = {
    heap: baseline.heapBytes,
    external: baseline.externalBytes,
    arrayBuffers: baseline.arrayBufferBytes,
    rss: baseline.rssBytes,
    processesRss: baseline.processesRssBytes,
  };
  for (const metric of BYTE_METRICS) {
    const limit = all[metric];
    if (limit !== undefined) allowances[metric] = allow(limit, parseBytes, bytesAtBaseline[metric]);
  }
  const handlesAtBaseline = Object.values(baseline.handles).reduce((sum, count) => sum + count, 0);
  const countsAtBaseline = { objects: 0, handles: handlesAtBaseline, processes: baseline.processes, fds: baseline.fds };
  for (const metric of ['objects', 'handles', 'processes', 'fds'] as const) {
    const limit = all[metric];
    if (limit !== undefined) allowances[metric] = allow(limit, parseCount, countsAtBaseline[metric]);
  }
  for (const [gauge, limit] of Object.entries(all.gauges ?? {})) {
    allowances.gauges[gauge] = allow(limit, parseCount, baseline.gauges[gauge] ?? 0);
  }
  if (all.afterTeardown !== undefined) {
    allowances.afterTeardown = { bytes: parseBytes(all.afterTeardown), written: String(all.afterTeardown) };
  }
  if (all.slowdown !== undefined) allowances.slowdown = all.slowdown;
  if (all.drain !== undefined) allowances.drainMs = parseMs(all.drain);
  return allowances;
}
