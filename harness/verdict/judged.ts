import type { Assessment } from './assess.ts';
import type { ClassGrowth } from './classes.ts';
import { BYTE_METRICS } from './evidence.ts';
import type { Allowance, Allowances, Growth } from './types.ts';

/** A growth that a threshold judges, the name of that threshold, and what it allows. */
export interface JudgedGrowth {
  threshold: string;
  allowance: Allowance;
  growth: Growth;
}

/** The growths that thresholds judge. */
export function judged({ bytes, counts, handles, gauges }: Assessment, allowances: Allowances): JudgedGrowth[] {
  const named: (readonly [threshold: string, allowance: Allowance | undefined, growth: Growth])[] = [
    ...BYTE_METRICS.map((metric) => [metric, allowances[metric], bytes[metric]] as const),
    ['processes', allowances.processes, counts.processes],
    ['fds', allowances.fds, counts.fds],
    ...Object.entries(handles).map(([type, growth]) => [`handles.${type}`, allowances.handles, growth] as const),
    ...Object.entries(gauges).map(([name, growth]) => [`gauges.${name}`, allowances.gauges[name], growth] as const),
  ];
  return named.flatMap(([threshold, allowance, growth]) =>
    allowance === undefined ? [] : [{ threshold, allowance, growth }],
  );
}

/** The classes that the threshold of objects judges: of those that together stay within it, only what has stopped. */
export function judgedClasses({ classes }: Assessment, { objects }: Allowances): readonly ClassGrowth[] {
  if (objects === undefined) return [];
  const rising = classes.filter(({ state }) => state !== 'stopped');
  const rate = rising.reduce((sum, { perIteration }) => sum + Math.max(0, perIteration), 0);
  const within = objects.perIteration > 0 && rate <= objects.perIteration;
  return within ? classes.filter(({ state }) => state === 'stopped') : classes;
}
