import type { ContextDomain, TenantContext } from '../common/context.ts';
import { contextRunner } from '../common/run-in-context.ts';

export { currentContext } from '../common/run-in-context.ts';

const active = new WeakMap<ContextDomain, TenantContext>();

/** Closures, listeners and the circle of context and domain all stay as they are: only the map is another. */
export const runInContext = contextRunner(active, () => {});

/** Nothing can be counted in a weak map. */
export const getStats = () => ({ contexts: 0 });
