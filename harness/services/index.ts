import type { ServiceName, Services } from '../scenario/definition.ts';

export { ServiceError } from './service-error.ts';

/** Services that are running: what the subject is told about them, and how to end them. */
export interface StartedServices {
  /** Plain JSON, one entry per service asked for. */
  info: Partial<Services>;
  /** Ends every service and removes what it left on disk. Calling it again does nothing more. */
  stop(): Promise<void>;
}

/**
 * Starts the named services beside the subject. They also end, and their folders go, when this process dies without
 * calling `stop`. Throws a ServiceError when one cannot be had; those already started are stopped first.
 */
export async function startServices(names: readonly ServiceName[]): Promise<StartedServices> {
  const info: Partial<Services> = {};
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(stops.splice(0).map((end) => end()));
  };
  // Loaded when asked for: testcontainers and puppeteer are 600 modules, and most scenarios need neither.
  const start: Record<ServiceName, () => Promise<void>> = {
    async postgres() {
      const { startPostgres } = await import('./postgres/index.ts');
      const postgres = await startPostgres(process.env.STEADYHEAP_DATABASE);
      info.postgres = postgres.info;
      stops.push(postgres.stop);
    },
    async browser() {
      const { provideBrowser } = await import('./browser/index.ts');
      const browser = await provideBrowser();
      info.browser = browser.info;
      stops.push(browser.stop);
    },
  };
  const starting = [...new Set(names)].map((name) => start[name]());
  const failure = (await Promise.allSettled(starting)).find((result) => result.status === 'rejected');
  if (failure) {
    await stop();
    throw failure.reason;
  }
  return { info, stop };
}
