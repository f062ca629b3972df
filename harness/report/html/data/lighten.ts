import path from 'node:path';
import type { ExplainedRun } from '../../../explain/explained-run.ts';
import type { RunResult } from '../../../run/result.ts';
import { type ExplanationDetail, lightExplanation } from './light-explanation.ts';
import type { PageRun } from './report-data.ts';
import { thinSamples } from './thin-samples.ts';

/** How much of each run goes into the page. */
export interface Detail extends ExplanationDetail {
  samples: number;
  classes: number;
  clusters: number;
  logLines: number;
}

const PAGE = 4096;
const INSTALLED = 'node_modules/';

/** Six digits are more than a page shows. */
function short(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(6));
}

function shortened<T extends Record<string, number>>(numbers: T): T {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, short(value)])) as T;
}

/** A place in the code without the part of its path that is the machine's own: up to the project or its installed package. */
function shortPlace(place: string, root: string): string {
  const installed = place.lastIndexOf(INSTALLED);
  return installed === -1 ? place.replace(root, '') : place.slice(installed + INSTALLED.length);
}

/**
 * A run with no more than the page shows at this detail.
 *
 * @param root What places in the code are shown relative to, with its last separator.
 */
export function lighten(run: ExplainedRun, logTail: readonly string[], root: string, detail: Detail): PageRun {
  const { handles, gauges, ...growth } = run.growth;
  const { handles: left, ...after } = run.afterTeardown;
  const { explanation, ...measured } = run;
  const paths = { root: path.resolve(root), shorten: (place: string) => shortPlace(place, root) };
  return {
    ...measured,
    ...(explanation === undefined ? {} : { explanation: lightExplanation(explanation, detail, paths) }),
    samples: thinSamples(run.samples, detail.samples).map((sample) => ({
      ...sample,
      // Memory comes in pages; what is finer is another process's rounding.
      rssBytes: Math.round(sample.rssBytes / PAGE) * PAGE,
      processesRssBytes: Math.round(sample.processesRssBytes / PAGE) * PAGE,
    })),
    growth: { ...shortened(growth), handles: shortened(handles), gauges: shortened(gauges) },
    afterTeardown: { ...shortened(after), handles: shortened(left) },
    classes: run.classes.slice(0, detail.classes).map((grown) => ({
      ...grown,
      perIteration: short(grown.perIteration),
      definedAt: grown.definedAt === null ? null : shortPlace(grown.definedAt, root),
      allocatedAt: grown.allocatedAt.map((place) => shortPlace(place, root)),
    })),
    classesLeftOut: Math.max(0, run.classes.length - detail.classes),
    memlab: { ...run.memlab, clusters: run.memlab.clusters.slice(0, detail.clusters) },
    speed: shortened(run.speed),
    cost: Object.fromEntries(
      Object.entries(run.cost).map(([name, value]) => [name, Math.round(value)]),
    ) as RunResult['cost'],
    logTail: detail.logLines === 0 ? [] : logTail.slice(-detail.logLines),
  };
}
