import type { Load } from 'steadyheap';
import { provideSettings } from './settings.ts';

/** Loads @spinajs/log with one target that writes nothing; `logger` gives the log of a name. */
export async function startLog(load: Load) {
  await load();
  const { Log, LogTarget } = await load('@spinajs/log-common');

  class SilentTarget extends LogTarget {
    async write() {}
  }

  const { DI } = await provideSettings(load, {
    logger: {
      targets: [{ name: 'Silent', type: 'SilentTarget' }],
      rules: [{ name: '*', level: 'trace', target: 'Silent' }],
    },
  });
  DI.register(SilentTarget).as('SilentTarget');
  return { Log, logger: (name: string) => DI.resolve(Log, [name]) };
}
