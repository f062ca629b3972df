export { MemlabError } from './error.ts';
export { MemlabProcess } from './process.ts';
export type { MemlabCluster, MemlabReport, MemlabRequest } from './report.ts';
export { runMemlab } from './run.ts';
