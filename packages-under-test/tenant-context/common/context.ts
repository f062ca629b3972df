import { create, type Domain } from 'node:domain';

/** What belongs to one request of one tenant. */
export interface TenantContext {
  readonly tenant: string;
  readonly requestId: number;
  /** Reads a value of the request. */
  get?: ((key: string) => unknown) | undefined;
  /** Keeps a value for the rest of the request. */
  set?: ((key: string, value: unknown) => void) | undefined;
  domain: ContextDomain | null;
  /** Errors that nobody in the request has caught. */
  readonly errors: Error[];
}

/** A domain that knows the context it was made for. */
export interface ContextDomain extends Domain {
  context?: TenantContext | null;
}

let requests = 0;

/** Makes a context; it and its domain refer to each other. */
export function createContext(tenant: string): TenantContext {
  const values = new Map<string, unknown>();
  const domain: ContextDomain = create();
  const context: TenantContext = {
    tenant,
    requestId: ++requests,
    get: (key) => values.get(key),
    set: (key, value) => values.set(key, value),
    domain,
    errors: [],
  };
  domain.context = context;
  domain.on('error', (error: Error) => context.errors.push(error));
  return context;
}
