import type { ServiceName, Services } from '../scenario/definition.ts';

const NAMES: readonly ServiceName[] = ['postgres', 'browser'];

/** Hands out the services that the scenario lists; reading another one says what to write. */
export function guardServices(running: Record<string, unknown>): Services {
  const services = { ...running };
  for (const name of NAMES) {
    if (name in running) continue;
    Object.defineProperty(services, name, {
      get() {
        throw new Error(`services.${name} is not running: list it in the scenario, services: ['${name}']`);
      },
    });
  }
  return services as unknown as Services;
}
