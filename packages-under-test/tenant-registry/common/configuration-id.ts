import { createHash } from 'node:crypto';
import type { BaseDataSource } from './data-source.ts';

/** The same for two DataSources exactly when their name and settings are the same. */
export function configurationId({ name, settings }: BaseDataSource): string {
  const entries = Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([name, entries]))
    .digest('hex');
}
