export { MemlabError } from './error.ts';
export { MemlabProcess } from './process.ts';
export type { MemlabCluster, MemlabReport, MemlabRequest } from './report.ts';
export { skippedReport } from './report.ts';
export { MEMLAB_MAX_HEAP_BYTES, runMemlab } from './run.ts';
