import { type Claim, ran } from './claim.ts';

const SWITCHES = '100 tenant switches with a tenant registry';
const CONTEXTS = 'requests in tenant contexts';
const LOCKS = 'the end of each queue stays in the map of names';

/** What the reviews claim, system by system, and what was found beyond them. */
export const claims: Claim[] = [
  {
    system: '@spinajs/di',
    claim: 'child containers are lost because nobody tracks them; they should be tracked',
    decidedBy: ran('child containers that nobody disposes', {
      '1.2.211': 'clean',
      '2.0.268': 'clean',
      '2.0.450': 'leak',
    }),
    finding: 'wrong',
    plain: 'di-children.mjs',
  },
  {
    system: '@spinajs/di',
    claim: 'the Set of children, which the tracking brought, holds every child until it is disposed',
    decidedBy: [
      ...ran('child containers that nobody disposes', { '2.0.450': 'leak' }),
      ...ran('child containers that are disposed', { '2.0.450': 'clean' }),
    ],
    finding: 'found beyond the reviews',
    plain: 'di-children.mjs',
  },
  {
    system: '@spinajs/di',
    claim: 'registering a factory again and again grows the registry',
    decidedBy: ran('a factory registered again and again', {
      '1.2.211': 'clean',
      '2.0.268': 'leak',
      '2.0.450': 'leak',
    }),
    finding: 'confirmed',
  },
  {
    system: '@spinajs/di',
    claim: 'asValue() adds to the cache instead of replacing',
    decidedBy: ran('a value registered again and again', { '1.2.211': 'leak', '2.0.268': 'leak', '2.0.450': 'leak' }),
    finding: 'confirmed',
  },
  {
    system: '@spinajs/di',
    claim: 'asMapValue() keeps a value for each key',
    decidedBy: ran('values registered under ever new keys', { '2.0.268': 'leak', '2.0.450': 'leak' }),
    finding: 'confirmed',
  },
  {
    system: '@spinajs/di',
    claim: 'services that are checked per instance pile up',
    decidedBy: ran('services per argument, with two arguments in turn', { '2.0.268': 'leak', '2.0.450': 'clean' }),
    finding: 'fixed in 2.0.450',
  },
  {
    system: '@spinajs/orm',
    claim: 'a failed connection leaks by way of the Connections map',
    decidedBy: ran('failed connections of @spinajs/orm', {
      '2.0.450+di.2.0.450': 'leak',
      '2.0.450+di.2.0.268': 'clean',
    }),
    finding: 'partly',
    plain: 'orm-failed-connections.mjs',
  },
  {
    system: '@spinajs/orm',
    claim: 'models that are registered are never taken out',
    decidedBy: [
      ...ran('registration of new ORM models', { '2.0.450+di.2.0.450': 'leak' }),
      ...ran('repeated registration of one ORM model', { '2.0.450+di.2.0.450': 'leak' }),
    ],
    finding: 'confirmed',
  },
  {
    system: 'orm driver',
    claim: 'connect() that fails half way leaves its first connection open',
    decidedBy: ran('failed connections to PostgreSQL', { leaky: 'leak', fixed: 'clean' }),
    finding: 'confirmed',
  },
  {
    system: '@spinajs/validation',
    claim: 'schemas that are compiled stay',
    decidedBy: [
      ...ran('an inline schema for each validation', { '2.0.450': 'leak' }),
      ...ran('schemas added under ever new ids, and used', { '2.0.450': 'leak' }),
      ...ran('schemas added under ever new ids, and never used', { '2.0.450': 'leak' }),
      ...ran('one schema used again and again', { '2.0.450': 'clean' }),
    ],
    finding: 'confirmed',
    plain: 'ajv-scope.mjs',
  },
  {
    system: '@spinajs/validation',
    claim: 'removeSchema() after use is the fix',
    decidedBy: ran('schemas added, used and removed again', { '2.0.450': 'leak' }),
    finding: 'fix is fake',
    plain: 'ajv-scope.mjs',
  },
  {
    system: 'ajv',
    claim: 'the scope of compiled code keeps every schema that was compiled, removed or not',
    decidedBy: ran('schemas added, used and removed again', { '2.0.450': 'leak' }),
    finding: 'found beyond the reviews',
    plain: 'ajv-scope.mjs',
  },
  {
    system: '@spinajs/log',
    claim: 'loggers stay, and so do timers that nobody ends',
    decidedBy: [
      ...ran('loggers of ever new names', { '2.0.450': 'leak' }),
      ...ran('log timers that nobody ends', { '2.0.450': 'leak' }),
      ...ran('a logger of one name', { '2.0.450': 'clean' }),
    ],
    finding: 'confirmed',
  },
  {
    system: '@spinajs/http',
    claim: 'a server that is disposed or stopped stays',
    decidedBy: [
      ...ran('a server that is disposed after 50 requests', { '2.0.450': 'draining' }),
      ...ran('a server that is stopped after 50 requests', { '2.0.450': 'clean' }),
      ...ran('a server that nobody stops after 50 requests', { '2.0.450': 'leak' }),
    ],
    finding: 'partly',
  },
  {
    system: '@spinajs/queue-stomp-transport',
    claim: 'dispose(), reconnects and dropped subscriptions leak',
    decidedBy: [
      ...ran('a queue connection that is disposed', { '2.0.531': 'clean' }),
      ...ran('a queue connection of 5 subscriptions that is cut', { '2.0.531': 'clean' }),
      ...ran('subscriptions that are dropped again', { '2.0.531': 'clean' }),
    ],
    finding: 'wrong',
  },
  {
    system: '@spinajs/queue-stomp-transport',
    claim: 'subscriptions that nobody drops stay',
    decidedBy: ran('subscriptions under ever new names', { '2.0.531': 'leak' }),
    finding: 'confirmed',
  },
  {
    system: '@spinajs/queue-stomp-transport',
    claim: 'connections that fail stay',
    decidedBy: [
      ...ran('queue connections that are refused', { '2.0.531': 'draining' }),
      ...ran('queue connections with a bad login', { '2.0.531': 'draining' }),
    ],
    finding: 'partly',
  },
  {
    system: '@spinajs/queue-stomp-transport',
    claim: 'a message whose receipt does not come leaves its watcher for ever',
    decidedBy: ran('messages whose receipt never comes', { '2.0.531': 'leak' }),
    finding: 'found beyond the reviews',
    plain: 'stomp-receipt-watchers.mjs',
  },
  {
    system: '@spinajs/queue-stomp-transport',
    claim: 'messages sent while disconnected are buffered without a bound',
    decidedBy: ran('messages sent while disconnected', { '2.0.531': 'leak' }),
    finding: 'found beyond the reviews',
  },
  {
    system: 'queue client at review time',
    claim: 'a failed first connection goes on reconnecting; dispose() arms a timer that nobody clears',
    decidedBy: [
      ...ran('queue clients whose first connection fails', { leaky: 'leak', fixed: 'clean' }),
      ...ran('queue clients that are disposed', { leaky: 'draining', fixed: 'clean' }),
    ],
    finding: 'confirmed',
  },
  {
    system: 'session provider',
    claim: 'the interval that removes expired sessions is never cleared',
    decidedBy: ran('session providers on PostgreSQL', { leaky: 'leak', fixed: 'clean' }),
    finding: 'confirmed',
  },
  {
    system: 'session provider',
    claim: 'unref() of the interval is the fix',
    decidedBy: ran('session providers on PostgreSQL', { unref: 'leak' }),
    finding: 'fix is fake',
  },
  {
    system: 'threading',
    claim: LOCKS,
    decidedBy: [
      ...ran('critical sections of ever new names', { leaky: 'leak', fixed: 'clean' }),
      ...ran('100 concurrent mutexes on 100 names', { leaky: 'leak', fixed: 'clean' }),
    ],
    finding: 'confirmed',
  },
  {
    system: 'threading',
    claim: 'one name grows without a bound',
    decidedBy: [
      ...ran('critical sections of one name', { leaky: 'clean' }),
      ...ran('100 concurrent mutexes on one name', { leaky: 'clean' }),
    ],
    finding: 'wrong',
  },
  {
    system: 'threading',
    claim: 'a callback that never settles queues every later caller',
    decidedBy: ran('callers behind a callback that never settles', { leaky: 'leak', fixed: 'clean' }),
    finding: 'confirmed',
  },
  {
    system: 'threading',
    claim: 'the release timer of each lock leaks',
    decidedBy: ran('100 concurrent mutexes with release timers of 10 s', { leaky: 'draining', fixed: 'clean' }),
    finding: 'partly',
  },
  {
    system: 'orm-threading',
    claim: 'an error in the poll leaves the interval, which polls on',
    decidedBy: ran('waiting for a lock while the database fails', { leaky: 'leak', fixed: 'clean' }),
    finding: 'confirmed',
  },
  {
    system: 'orm-threading',
    claim: 'waiting that ends by unlock or time-out leaves timers',
    decidedBy: ran('100 callers that wait for a lock in the database', { leaky: 'clean', fixed: 'clean' }),
    finding: 'wrong',
  },
  {
    system: 'templates-pdf at review time',
    claim: 'a render that fails leaves server and browser',
    decidedBy: ran('PDF rendering fails in five ways', { leaky: 'leak', fixed: 'clean' }),
    finding: 'partly',
  },
  {
    system: 'loopback-datasource-juggler',
    claim: 'a tenant switch leaks',
    decidedBy: ran('100 tenant switches', { '5.2.2': 'clean', '7.0.3': 'clean' }),
    finding: 'wrong',
  },
  {
    system: 'loopback-datasource-juggler',
    claim: 'a model defined again leaves the anonymous models of its nested objects',
    decidedBy: [
      ...ran('redefinition of a model with nested objects', { '5.2.2': 'leak', '7.0.3': 'leak' }),
      ...ran('models of ever new names, deleted again', { '5.2.2': 'leak', '7.0.3': 'leak' }),
      ...ran('models of nested objects, all deleted again', { '5.2.2': 'clean', '7.0.3': 'clean' }),
    ],
    finding: 'confirmed',
    plain: 'juggler-anonymous-models.mjs',
  },
  {
    system: 'loopback-datasource-juggler',
    claim: 'a ModelBuilder that DataSources share keeps them all',
    decidedBy: ran('a DataSource per tenant with one ModelBuilder', { '5.2.2': 'leak', '7.0.3': 'leak' }),
    finding: 'confirmed',
  },
  {
    system: 'loopback-datasource-juggler',
    claim: 'a DataSource whose connector fails stays',
    decidedBy: ran('DataSources whose connector fails', { '5.2.2': 'clean', '7.0.3': 'clean' }),
    finding: 'wrong',
  },
  {
    system: 'loopback-datasource-juggler',
    claim: 'the sweep of expired keys of kv-memory ends at its first tick',
    decidedBy: ran('keys of kv-memory that expire', { '4.28.9': 'leak', '7.0.3': 'leak' }),
    finding: 'found beyond the reviews',
    plain: 'juggler-kv-memory-sweep.mjs',
  },
  {
    system: 'tenant registry',
    claim: 'a tenant per DataSource is never removed',
    decidedBy: ran(SWITCHES, { '5.2.5': 'leak', fixed: 'clean' }),
    finding: 'confirmed',
  },
  {
    system: 'tenant registry',
    claim: 'one tenant by name is the fix: the registry counts one tenant',
    decidedBy: ran(SWITCHES, { '5.2.5-stats': 'leak' }),
    finding: 'fix is fake',
  },
  {
    system: 'tenant registry',
    claim: '5.2.6 fixes the leak',
    decidedBy: [
      ...ran(SWITCHES, { '5.2.6': 'clean' }),
      ...ran('tenant switches while one DataSource of the tenant lives', { '5.2.6': 'leak', fixed: 'clean' }),
      ...ran('tenants with a nested shape of their own', { '5.2.6': 'leak', fixed: 'clean' }),
      ...ran('tenants in a context of their own', { '5.2.6': 'leak', fixed: 'clean' }),
      ...ran('tenants that take turns in ten contexts', { '5.2.6': 'clean', fixed: 'clean' }),
    ],
    finding: 'partly',
  },
  {
    system: 'tenant context',
    claim: 'contexts that are released stay',
    decidedBy: ran(CONTEXTS, { '0.6.2': 'leak', fixed: 'clean' }),
    finding: 'confirmed',
  },
  {
    system: 'tenant context',
    claim: 'the closures of the context, and its circle with the domain, leak',
    decidedBy: ran(CONTEXTS, { weak: 'clean' }),
    finding: 'wrong',
  },
  {
    system: 'tenant context',
    claim: 'removing the closures is the fix',
    decidedBy: ran(CONTEXTS, { '0.6.3-closures': 'leak' }),
    finding: 'fix is fake',
  },
  {
    system: 'model observers',
    claim: 'observers that are registered per request stay on the model',
    decidedBy: ran('requests that observe a model', { leaky: 'leak', fixed: 'clean' }),
    finding: 'confirmed',
  },
];
