import type { MemlabReport, MemlabRequest } from './report.ts';

/** The task for memlab's process. */
export type Task = Required<MemlabRequest>;

/** Its answer: `cost.wallMs` is for the parent to measure. */
export type Answer =
  | { report: Omit<MemlabReport, 'cost'>; cost: Omit<MemlabReport['cost'], 'wallMs'> }
  | { error: string };
