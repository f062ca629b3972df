import type { Load } from 'steadyheap';

/**
 * Gives @spinajs/orm what it asks its container for: settings by their dotted names, and a log that writes nothing.
 * Returns the module @spinajs/di that the ORM uses.
 */
export async function startApplication(load: Load, settings: Record<string, unknown>) {
  const di = await load('@spinajs/di');
  const { Configuration } = await load('@spinajs/configuration-common');
  const { Log } = await load('@spinajs/log-common');

  class Settings extends Configuration {
    get(name: string, defaultValue: unknown) {
      return settings[name] ?? defaultValue;
    }
  }

  class SilentLog extends Log {
    trace() {}
    info() {}
    success() {}
    warn() {}
  }

  di.Injectable(Configuration)(Settings);
  di.NewInstance()(SilentLog);
  di.Injectable(Log)(SilentLog);
  return di;
}
