import type { ContextDomain, TenantContext } from '../common/context.ts';
import { contextRunner } from '../common/run-in-context.ts';

export { currentContext } from '../common/run-in-context.ts';

const active = new Map<ContextDomain, TenantContext>();

/** The closures go, but the context that held them stays in the map. */
export const runInContext = contextRunner(active, (context) => {
  context.get = undefined;
  context.set = undefined;
});

/** How many contexts are held. */
export const getStats = () => ({ contexts: active.size });
