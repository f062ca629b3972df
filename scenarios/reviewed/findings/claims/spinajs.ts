import { type Claim, plainly, ran } from '../claim.ts';

const WITH_TRACKING = '2.0.450+di.2.0.450';
const WITHOUT_TRACKING = '2.0.450+di.2.0.268';

/** The container, and what is built on it: ORM, validation, log and HTTP server. */
export const spinajs: Claim[] = [
  {
    system: '@spinajs/di',
    by: 'review',
    claim: 'child containers are lost because nobody tracks them; they should be tracked',
    decidedBy: ran('child containers that nobody disposes', {
      '1.2.211': 'clean',
      '2.0.268': 'clean',
      '2.0.450': 'leak',
    }),
    finding: 'wrong',
    plain: plainly('di-children.mjs', 'child()'),
  },
  {
    system: '@spinajs/di',
    by: 'measurement',
    claim: 'the Set of children, which the tracking brought, holds every child until it is disposed',
    decidedBy: [
      ...ran('child containers that nobody disposes', { '2.0.450': 'leak' }),
      ...ran('child containers that are disposed', { '2.0.450': 'clean' }),
    ],
    finding: 'found beyond the reviews',
    plain: plainly('di-children.mjs', 'child()', 'children of the root'),
  },
  {
    system: '@spinajs/di',
    by: 'measurement',
    claim: 'registering a factory again and again grows the registry',
    decidedBy: ran('a factory registered again and again', {
      '1.2.211': 'clean',
      '2.0.268': 'leak',
      '2.0.450': 'leak',
    }),
    finding: 'confirmed',
    plain: plainly('di-registry.mjs', 'a factory'),
  },
  {
    system: '@spinajs/di',
    by: 'measurement',
    claim: 'asValue() adds to the cache instead of replacing',
    decidedBy: ran('a value registered again and again', { '1.2.211': 'leak', '2.0.268': 'leak', '2.0.450': 'leak' }),
    finding: 'confirmed',
    plain: plainly('di-registry.mjs', 'asValue()'),
  },
  {
    system: '@spinajs/di',
    by: 'measurement',
    claim: 'asMapValue() keeps a value for each key',
    decidedBy: ran('values registered under ever new keys', { '2.0.268': 'leak', '2.0.450': 'leak' }),
    finding: 'confirmed',
    plain: plainly('di-registry.mjs', 'asMapValue()'),
  },
  {
    system: '@spinajs/di',
    by: 'measurement',
    claim: 'services that are checked per instance pile up',
    decidedBy: ran('services per argument, with two arguments in turn', { '2.0.268': 'leak', '2.0.450': 'clean' }),
    finding: 'fixed in 2.0.450',
    plain: plainly('di-registry.mjs', 'two instances'),
  },
  {
    system: '@spinajs/orm',
    by: 'review',
    claim: 'a failed connection leaks by way of the Connections map',
    decidedBy: [
      ...ran('failed connections of @spinajs/orm', { [WITH_TRACKING]: 'leak', [WITHOUT_TRACKING]: 'clean' }),
      ...ran('the second of two connections fails', { [WITH_TRACKING]: 'leak', [WITHOUT_TRACKING]: 'clean' }),
    ],
    finding: 'partly',
    plain: plainly('orm-failed-connections.mjs', 'failed connections'),
  },
  {
    system: '@spinajs/orm',
    by: 'measurement',
    claim: 'models and migrations that are registered are never taken out',
    decidedBy: [
      ...ran('registration of new ORM models', { [WITH_TRACKING]: 'leak' }, { models: 'grows' }),
      ...ran('repeated registration of one ORM model', { [WITH_TRACKING]: 'leak' }, { models: 'grows' }),
      ...ran('repeated registration of one ORM migration', { [WITH_TRACKING]: 'leak' }, { migrations: 'grows' }),
    ],
    finding: 'confirmed',
    plain: plainly('orm-registrations.mjs', 'one m', 'a new model'),
  },
  {
    system: '@spinajs/orm',
    by: 'measurement',
    claim: 'dispose() leaves connections behind',
    decidedBy: ran('an ORM that connects and is disposed', { [WITH_TRACKING]: 'leak', [WITHOUT_TRACKING]: 'leak' }),
    finding: 'confirmed',
    plain: plainly('orm-registrations.mjs', 'connected and disposed'),
  },
  {
    system: '@spinajs/orm',
    by: 'measurement',
    claim: 'when one connection fails to close, or never ends closing, dispose() leaves those behind it open',
    decidedBy: [
      ...ran(
        'an ORM whose driver fails to disconnect',
        { [WITH_TRACKING]: 'leak', [WITHOUT_TRACKING]: 'leak' },
        { openConnections: 'grows' },
      ),
      ...ran(
        'an ORM whose driver hangs when it disconnects',
        { [WITH_TRACKING]: 'leak', [WITHOUT_TRACKING]: 'leak' },
        { openConnections: 'grows' },
      ),
    ],
    finding: 'confirmed',
    plain: plainly('orm-registrations.mjs', 'one of two', 'connections open'),
  },
  {
    system: '@spinajs/orm',
    by: 'review',
    claim: 'converters and relations grow when tables are reloaded',
    decidedBy: ran('an ORM that reloads its tables', { [WITH_TRACKING]: 'clean' }),
    finding: 'wrong',
    plain: [],
  },
  {
    system: 'orm driver',
    by: 'measurement',
    claim: 'connect() that fails half way leaves its first connection open',
    decidedBy: [
      ...ran('failed connections to PostgreSQL', { leaky: 'leak' }, { serverConnections: 'grows' }),
      ...ran('failed connections to PostgreSQL', { fixed: 'clean' }, { serverConnections: 'steady' }),
    ],
    finding: 'confirmed',
    plain: plainly('orm-driver.mjs', 'leaky', 'fixed'),
  },
  {
    system: '@spinajs/validation',
    by: 'review',
    claim: 'schemas that are compiled stay',
    decidedBy: [
      ...ran('an inline schema for each validation', { '2.0.450': 'leak' }),
      ...ran('schemas added under ever new ids, and used', { '2.0.450': 'leak' }),
      ...ran('schemas added under ever new ids, and never used', { '2.0.450': 'leak' }),
      ...ran('one schema used again and again', { '2.0.450': 'clean' }),
    ],
    finding: 'confirmed',
    plain: plainly('ajv-scope.mjs', 'added, used, kept', 'one schema'),
  },
  {
    system: '@spinajs/validation',
    by: 'measurement',
    claim: 'removeSchema() after use is the fix',
    decidedBy: ran('schemas added, used and removed again', { '2.0.450': 'leak' }, { schemas: 'steady' }),
    finding: 'fix is fake',
    plain: plainly('ajv-scope.mjs', 'added, used, removed', 'schemas left'),
  },
  {
    system: 'ajv',
    by: 'measurement',
    claim: 'the scope of compiled code keeps every schema that was compiled, removed or not',
    decidedBy: ran('schemas added, used and removed again', { '2.0.450': 'leak' }),
    finding: 'found beyond the reviews',
    plain: plainly('ajv-scope.mjs', 'added, used, removed', 'schemas left'),
  },
  {
    system: '@spinajs/log',
    by: 'measurement',
    claim: 'loggers stay, and so do timers that nobody ends',
    decidedBy: [
      ...ran('loggers of ever new names', { '2.0.450': 'leak' }, { loggers: 'grows' }),
      ...ran('log timers that nobody ends', { '2.0.450': 'leak' }, { timers: 'grows' }),
      ...ran('a logger of one name', { '2.0.450': 'clean' }),
    ],
    finding: 'confirmed',
    plain: plainly('log-names.mjs', 'a logger', 'timeStart()'),
  },
  {
    system: '@spinajs/http',
    by: 'review',
    claim: 'a server that is disposed or stopped stays',
    decidedBy: [
      ...ran('a server that is disposed after 50 requests', { '2.0.450': 'draining' }),
      ...ran('a server that is stopped after 50 requests', { '2.0.450': 'clean' }),
      ...ran('a server that nobody stops after 50 requests', { '2.0.450': 'leak' }),
    ],
    finding: 'partly',
    plain: plainly('http-servers.mjs', 'stop()', 'dispose()', 'neither', 'timers', '6 s', 'listening'),
  },
];
