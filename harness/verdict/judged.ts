import type { Assessment } from './assess.ts';
import { BYTE_METRICS } from './evidence.ts';
import type { Allowances, Growth } from './types.ts';

/** The growths that thresholds judge, with the name of their threshold. */
export function judged(assessment: Assessment, allowances: Allowances): { threshold: string; growth: Growth }[] {
  const named = [
    ...BYTE_METRICS.map((metric) => ({
      limit: allowances[metric],
      threshold: metric,
      growth: assessment.bytes[metric],
    })),
    { limit: allowances.processes, threshold: 'processes', growth: assessment.counts.processes },
    { limit: allowances.fds, threshold: 'fds', growth: assessment.counts.fds },
    ...Object.entries(assessment.handles).map(([type, growth]) => ({
      limit: allowances.handles,
      threshold: `handles.${type}`,
      growth,
    })),
    ...Object.entries(assessment.gauges).map(([name, growth]) => ({
      limit: allowances.gauges[name],
      threshold: `gauges.${name}`,
      growth,
    })),
  ];
  return named.filter(({ limit }) => limit !== undefined).map(({ threshold, growth }) => ({ threshold, growth }));
}
