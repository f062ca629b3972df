import { AsyncLocalStorage } from 'node:async_hooks';
import { type ContextDomain, createContext, type TenantContext } from './context.ts';

/** Where a version notes the contexts that are in use. */
export interface ActiveContexts {
  set(domain: ContextDomain, context: TenantContext): unknown;
}

const storage = new AsyncLocalStorage<TenantContext>();

/** The context of the running request. */
export function currentContext(): TenantContext | undefined {
  return storage.getStore();
}

/** Makes the `runInContext` of a version, which differs from others in what it does to a context when the request is over. */
export function contextRunner(active: ActiveContexts, release: (context: TenantContext) => void) {
  /** Runs a request of a tenant; whatever it awaits finds the context by `currentContext`. */
  return async function runInContext<Result>(tenant: string, request: () => Promise<Result>): Promise<Result> {
    const context = createContext(tenant);
    if (context.domain) active.set(context.domain, context);
    try {
      return await storage.run(context, request);
    } finally {
      release(context);
    }
  };
}
