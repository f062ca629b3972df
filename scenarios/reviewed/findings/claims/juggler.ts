import { type Claim, type Evidence, plainly, ran } from '../claim.ts';

/** All versions agree. */
const ALL = ['4.28.9', '5.2.2', '6.0.6', '7.0.3'];

function onAll(scenario: string, verdict: Evidence['verdict']): Evidence[] {
  return ran(scenario, Object.fromEntries(ALL.map((version) => [version, verdict])));
}

/** The DataSources and models of LoopBack, with their connectors. */
export const juggler: Claim[] = [
  {
    system: 'loopback-datasource-juggler',
    by: 'measurement',
    claim: 'a tenant switch leaks',
    decidedBy: onAll('100 tenant switches', 'clean'),
    finding: 'wrong',
    plain: plainly('juggler-models.mjs', 'a tenant, disconnected'),
  },
  {
    system: 'loopback-datasource-juggler',
    by: 'measurement',
    claim: 'a model defined again leaves the anonymous models of its nested objects',
    decidedBy: [
      ...onAll('redefinition of a model with nested objects', 'leak'),
      ...onAll('models of ever new names, deleted again', 'leak'),
      ...onAll('models of nested objects, all deleted again', 'clean'),
    ],
    finding: 'confirmed',
    plain: plainly('juggler-models.mjs', 'a model of a new name', 'a model, all'),
  },
  {
    system: 'loopback-datasource-juggler',
    by: 'measurement',
    claim: 'so does a model that is built from an instance with nested objects',
    decidedBy: onAll('models built from instances', 'leak'),
    finding: 'confirmed',
    plain: plainly('juggler-models.mjs', 'a model built'),
  },
  {
    system: 'loopback-datasource-juggler',
    by: 'measurement',
    claim: 'a ModelBuilder that DataSources share keeps them all',
    decidedBy: onAll('a DataSource per tenant with one ModelBuilder', 'leak'),
    finding: 'confirmed',
    plain: plainly('juggler-models.mjs', 'a DataSource with'),
  },
  {
    system: 'loopback-datasource-juggler',
    by: 'measurement',
    claim: 'a model that is attached to many DataSources keeps a class of each',
    decidedBy: onAll('one model attached to many DataSources', 'leak'),
    finding: 'confirmed',
    plain: plainly('juggler-models.mjs', 'one model attached'),
  },
  {
    system: 'loopback-datasource-juggler',
    by: 'measurement',
    claim: 'observers and validations that are added per request stay',
    decidedBy: [...onAll('observers added per request', 'leak'), ...onAll('validations added per request', 'leak')],
    finding: 'confirmed',
    plain: plainly('juggler-models.mjs', 'observe()', 'validatesPresenceOf()'),
  },
  {
    system: 'loopback-datasource-juggler',
    by: 'measurement',
    claim: 'a DataSource whose connector fails stays',
    decidedBy: onAll('DataSources whose connector fails', 'clean'),
    finding: 'wrong',
    plain: [],
  },
  {
    system: 'loopback-datasource-juggler',
    by: 'measurement',
    claim: 'the sweep of expired keys of kv-memory ends at its first tick',
    decidedBy: ran('keys of kv-memory that expire', { '4.28.9': 'leak', '7.0.3': 'leak' }),
    finding: 'found beyond the reviews',
    plain: plainly('juggler-kv-memory-sweep.mjs', 'the sweep', 'keys'),
  },
  {
    system: 'loopback-datasource-juggler',
    by: 'measurement',
    claim: 'a DataSource of kv-memory that nobody disconnects stays: it does for a second',
    decidedBy: onAll('DataSources of kv-memory that nobody disconnects', 'clean'),
    finding: 'partly',
    plain: plainly('juggler-kv-memory-sweep.mjs', 'DataSources that'),
  },
  {
    system: 'juggler on PostgreSQL',
    by: 'measurement',
    claim: 'a DataSource that nobody disconnects keeps its connections',
    decidedBy: [
      ...ran('DataSources of PostgreSQL that nobody disconnects', { '9.0.3': 'draining' }),
      ...ran('DataSources of PostgreSQL that are disconnected', { '9.0.3': 'clean' }),
      ...ran('tenants with a database schema each', { '9.0.3': 'clean' }),
    ],
    finding: 'partly',
    plain: plainly('postgresql-data-sources.mjs', 'disconnected', 'not', 'sockets', '11 s'),
  },
  {
    system: 'juggler on PostgreSQL',
    by: 'measurement',
    claim: 'connections that fail stay',
    decidedBy: ran('DataSources whose PostgreSQL refuses them', { '9.0.3': 'clean' }),
    finding: 'wrong',
    plain: [],
  },
  {
    system: 'juggler on MySQL',
    by: 'measurement',
    claim: 'connections that fail stay, in the DataSource or in the pool of mysql2, ended or not',
    decidedBy: [
      ...ran('DataSources whose MySQL refuses them', { '9.0.3': 'clean' }),
      ...ran('one pool of MySQL that is refused again and again', { '9.0.3': 'clean' }),
      ...ran('pools of MySQL that are refused and ended', { '9.0.3': 'clean' }),
      ...ran('pools of MySQL that are refused and that nobody ends', { '9.0.3': 'clean' }),
    ],
    finding: 'wrong',
    plain: [],
  },
];
