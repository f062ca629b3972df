import type { ResultFile } from '../run/result.ts';

/** The newest form of result file that is understood. */
const SCHEMA = 1;

/** The result file that a text holds; or, to follow the file's name, what is wrong with it. */
export function parseResultFile(text: string): ResultFile | string {
  let value: Partial<ResultFile> | null;
  try {
    value = JSON.parse(text) as Partial<ResultFile> | null;
  } catch (error) {
    return `is not JSON: ${(error as Error).message}`;
  }
  if (typeof value !== 'object' || value === null || !Array.isArray(value.runs) || typeof value.schema !== 'number') {
    return 'is no result file of steadyheap; steadyheap run --json FILE writes one';
  }
  if (value.schema !== SCHEMA) {
    return `has schema ${value.schema}, and this steadyheap reads ${SCHEMA}: use the version that wrote it`;
  }
  return value as ResultFile;
}

/** Several result files as one, headed like the first. */
export function mergeResultFiles(first: ResultFile, rest: readonly ResultFile[]): ResultFile {
  return { ...first, runs: [first, ...rest].flatMap(({ runs }) => runs) };
}
