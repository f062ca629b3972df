import type { ContextDomain, TenantContext } from '../common/context.ts';
import { contextRunner } from '../common/run-in-context.ts';

export { currentContext } from '../common/run-in-context.ts';

const active = new Map<ContextDomain, TenantContext>();

/** Nothing is done to a context when its request is over. */
export const runInContext = contextRunner(active, () => {});

/** How many contexts are held. */
export const getStats = () => ({ contexts: active.size });
