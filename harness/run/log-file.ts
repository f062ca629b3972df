import path from 'node:path';
import type { RunRequest } from './run.ts';

/** The file that receives what the subject of a request prints; `index` keeps two runs of one name apart. */
export function logFileOf(out: string, { scenario, version }: RunRequest, index: number): string {
  const file = path.basename(scenario.file).replace(/\.scenario\.\w+$/, '');
  const name = [file, version ?? ''].filter(Boolean).join('@');
  const safe = name.replace(/[^\w.@+-]+/g, '-');
  return path.join(out, 'logs', `${safe}.${index}.log`);
}
