/** A place in the report: what follows the `#` of its address. */
export type Route =
  | { page: 'overview' }
  | { page: 'run'; index: number }
  | { page: 'versions' }
  | { page: 'scenario'; index: number };

/** Reads the address; what is unknown leads to the overview. */
export function parseRoute(hash: string): Route {
  const [, page, number] = /^#\/(run|versions)(?:\/(\d+))?$/.exec(hash) ?? [];
  if (page === 'run' && number !== undefined) return { page: 'run', index: Number(number) };
  if (page === 'versions')
    return number === undefined ? { page: 'versions' } : { page: 'scenario', index: Number(number) };
  return { page: 'overview' };
}

export const toOverview = '#/';
export const toVersions = '#/versions';
export const toRun = (index: number): string => `#/run/${index}`;
export const toScenario = (index: number): string => `#/versions/${index}`;
