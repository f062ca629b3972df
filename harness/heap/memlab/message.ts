import type { MemlabReport, MemlabRequest } from './report.ts';

/** The task for memlab's process. */
export interface Task extends Required<MemlabRequest> {
  /** A folder of the process's own, deleted with it. */
  workFolder: string;
}

/** Its answer: `cost.wallMs` is for the parent to measure. */
export type Answer =
  | { report: Omit<MemlabReport, 'cost'>; cost: Omit<MemlabReport['cost'], 'wallMs'> }
  | { error: string };
