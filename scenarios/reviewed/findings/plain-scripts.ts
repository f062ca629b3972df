/** A script that shows findings without the harness, and what it is to be run against. */
export interface PlainScript {
  /** File in `plain/`. */
  name: string;
  /** The package whose installation it imports from, at each of these versions; without one, it imports specimens. */
  of?: { name: string; versions: string[] };
  services?: ('postgres' | 'browser')[];
}

const DI = '@spinajs/di';
const ORM = '@spinajs/orm';

/** Every script in `plain/` that can be run by itself. */
export const plainScripts: PlainScript[] = [
  { name: 'ajv-scope.mjs', of: { name: '@spinajs/validation', versions: ['2.0.450'] } },
  { name: 'di-children.mjs', of: { name: DI, versions: ['2.0.268', '2.0.450'] } },
  { name: 'di-registry.mjs', of: { name: DI, versions: ['1.2.211', '2.0.268', '2.0.450'] } },
  { name: 'http-servers.mjs', of: { name: '@spinajs/http', versions: ['2.0.450'] } },
  { name: 'juggler-anonymous-models.mjs', of: { name: 'loopback-datasource-juggler', versions: ['7.0.3'] } },
  { name: 'juggler-kv-memory-sweep.mjs', of: { name: 'loopback-datasource-juggler', versions: ['4.28.9', '7.0.3'] } },
  { name: 'juggler-models.mjs', of: { name: 'loopback-datasource-juggler', versions: ['5.2.2', '7.0.3'] } },
  { name: 'log-names.mjs', of: { name: '@spinajs/log', versions: ['2.0.450'] } },
  { name: 'model-observers.mjs' },
  { name: 'orm-driver.mjs', services: ['postgres'] },
  { name: 'orm-failed-connections.mjs', of: { name: ORM, versions: ['2.0.450+di.2.0.268', '2.0.450+di.2.0.450'] } },
  { name: 'orm-registrations.mjs', of: { name: ORM, versions: ['2.0.450+di.2.0.268', '2.0.450+di.2.0.450'] } },
  { name: 'orm-threading.mjs', services: ['postgres'] },
  {
    name: 'pdf-distinct-options.mjs',
    of: { name: '@spinajs/templates-pdf', versions: ['2.0.531'] },
    services: ['browser'],
  },
  { name: 'pdf-launching.mjs', of: { name: '@spinajs/templates-pdf', versions: ['2.0.531'] }, services: ['browser'] },
  {
    name: 'postgresql-data-sources.mjs',
    of: { name: 'loopback-connector-postgresql', versions: ['9.0.3'] },
    services: ['postgres'],
  },
  { name: 'queue-client.mjs' },
  { name: 'session-provider.mjs', services: ['postgres'] },
  { name: 'stomp-clients.mjs', of: { name: '@spinajs/queue-stomp-transport', versions: ['2.0.531'] } },
  { name: 'stomp-receipt-watchers.mjs', of: { name: '@spinajs/queue-stomp-transport', versions: ['2.0.531'] } },
  { name: 'templates-pdf-at-review.mjs', services: ['browser'] },
  { name: 'tenant-context.mjs' },
  { name: 'tenant-registry.mjs' },
  { name: 'threading.mjs' },
];
