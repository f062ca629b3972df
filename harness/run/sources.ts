import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bySourceMaps } from '../heap/index.ts';

/** Leads from what was compiled into a run's folder back to the TypeScript of scenario and specimen. */
export function sourcesIn(directory: string) {
  const originalPlace = bySourceMaps((url) => {
    if (!url.startsWith('file:')) return undefined;
    const map = `${fileURLToPath(url)}.map`;
    return map.startsWith(directory) && existsSync(map) ? JSON.parse(readFileSync(map, 'utf8')) : undefined;
  });
  return { originalPlace };
}
