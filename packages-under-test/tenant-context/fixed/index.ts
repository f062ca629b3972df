import type { ContextDomain, TenantContext } from '../common/context.ts';
import { contextRunner } from '../common/run-in-context.ts';

export { currentContext } from '../common/run-in-context.ts';

const active = new Map<ContextDomain, TenantContext>();

/** The context leaves the map, and lets go of its domain. */
export const runInContext = contextRunner(active, (context) => {
  const { domain } = context;
  if (!domain) return;
  active.delete(domain);
  domain.removeAllListeners();
  domain.context = null;
  context.domain = null;
});

/** How many contexts are held. */
export const getStats = () => ({ contexts: active.size });
