import type { Load } from 'steadyheap';

/**
 * Makes `settings`, by their dotted names, the configuration of the application.
 * To be called once every package is loaded: the one registered last wins.
 */
export async function provideSettings(load: Load, settings: Record<string, unknown>) {
  const di = await load('@spinajs/di');
  const { Configuration } = await load('@spinajs/configuration-common');

  class Settings extends Configuration {
    get(name: string, defaultValue: unknown) {
      return settings[name] ?? defaultValue;
    }
  }

  di.Injectable(Configuration)(Settings);
  await di.DI.resolve(Configuration);
  return di;
}

/** Replaces the log by one that writes nothing. */
export async function silenceLog(load: Load) {
  const { Injectable, NewInstance } = await load('@spinajs/di');
  const { Log } = await load('@spinajs/log-common');

  class SilentLog extends Log {
    trace() {}
    debug() {}
    info() {}
    success() {}
    warn() {}
    error() {}
  }

  NewInstance()(SilentLog);
  Injectable(Log)(SilentLog);
}
