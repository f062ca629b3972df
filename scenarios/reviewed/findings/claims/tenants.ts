import { type Claim, type Evidence, plainly, ran } from '../claim.ts';

const SWITCHES = '100 tenant switches with a tenant registry';
const CONTEXTS = 'requests in tenant contexts';
const LONG_RUN = '20 rounds of 50 tenants with 10 requests each';

/** What leaks in 5.2.6 and not once it is fixed. */
function onlyFixed(scenario: string): Evidence[] {
  return ran(scenario, { '5.2.6': 'leak', fixed: 'clean' });
}

/** The multitenant fork: its registry, its contexts, and observers on its models. */
export const tenants: Claim[] = [
  {
    system: 'tenant registry',
    by: 'review',
    claim: 'a tenant per DataSource is never removed',
    decidedBy: [
      ...ran(SWITCHES, { '5.2.5': 'leak' }, { tenantRegistries: 'grows' }),
      ...ran(SWITCHES, { fixed: 'clean' }, { tenantRegistries: 'steady' }),
    ],
    finding: 'confirmed',
    plain: plainly('tenant-registry.mjs', '5.2.5, a database', '5.2.5, tenants', 'fixed, a database', 'fixed, tenants'),
  },
  {
    system: 'tenant registry',
    by: 'review',
    claim: 'one tenant by name is the fix: the registry counts one tenant',
    decidedBy: ran(SWITCHES, { '5.2.5-stats': 'leak' }, { tenantRegistries: { atMost: 1 } }),
    finding: 'fix is fake',
    plain: plainly('tenant-registry.mjs', '5.2.5-stats'),
  },
  {
    system: 'tenant registry',
    by: 'measurement',
    claim: '5.2.6 fixes the leak',
    decidedBy: [
      ...ran(SWITCHES, { '5.2.6': 'clean' }),
      ...ran('tenants that take turns in ten contexts', { '5.2.6': 'clean', fixed: 'clean' }),
      ...onlyFixed('tenant switches while one DataSource of the tenant lives'),
      ...onlyFixed('tenants with a nested shape of their own'),
      ...onlyFixed('tenants in a context of their own'),
      ...onlyFixed('models of one tenant defined anew'),
    ],
    finding: 'partly',
    plain: plainly('tenant-registry.mjs', '5.2.6', 'fixed'),
  },
  {
    system: 'tenant registry',
    by: 'measurement',
    claim: 'rapid switching exhausts the memory',
    decidedBy: ran('10 tenants at once, switched without pause', {
      '5.2.5': 'leak',
      '5.2.6': 'clean',
      fixed: 'clean',
    }),
    finding: 'fixed in 5.2.6',
    plain: plainly('tenant-registry.mjs', '5.2.5, a database', '5.2.6, a database'),
  },
  {
    system: 'tenant registry',
    by: 'measurement',
    claim: 'no tenant is given models of another one',
    decidedBy: [
      ...ran('two tenants at the same time', { '5.2.5-stats': 'leak' }, { foreignModels: 'grows' }),
      ...ran(
        'two tenants at the same time',
        { '5.2.6': 'clean' },
        { foreignModels: 'steady', foreignNestedModels: 'grows' },
      ),
      ...ran(
        'two tenants at the same time',
        { fixed: 'clean' },
        { foreignModels: 'steady', foreignNestedModels: 'steady' },
      ),
    ],
    finding: 'partly',
    plain: plainly('tenant-registry.mjs', '5.2.5-stats, models', '5.2.6, models', 'fixed, models'),
  },
  {
    system: 'tenant registry',
    by: 'measurement',
    claim: 'over a long run, DataSources that are disconnected are disposed of',
    decidedBy: [
      ...ran(LONG_RUN, { '5.2.5': 'leak', '5.2.5-stats': 'leak' }, { disposedPercent: { atMost: 0 } }),
      ...ran(LONG_RUN, { '5.2.6': 'clean', fixed: 'clean' }, { disposedPercent: { atLeast: 99 } }),
    ],
    finding: 'fixed in 5.2.6',
    plain: plainly('tenant-registry.mjs', '5.2.5, a database', '5.2.6, a database'),
  },
  {
    system: 'tenant context',
    by: 'review',
    claim: 'contexts that are released stay',
    decidedBy: ran(CONTEXTS, { '0.6.2': 'leak', fixed: 'clean' }),
    finding: 'confirmed',
    plain: plainly('tenant-context.mjs', '0.6.2', 'fixed'),
  },
  {
    system: 'tenant context',
    by: 'review',
    claim: 'the closures of the context, and its circle with the domain, leak',
    decidedBy: ran(CONTEXTS, { weak: 'clean' }),
    finding: 'wrong',
    plain: plainly('tenant-context.mjs', 'weak'),
  },
  {
    system: 'tenant context',
    by: 'measurement',
    claim: 'removing the closures is the fix',
    decidedBy: ran(CONTEXTS, { '0.6.3-closures': 'leak' }),
    finding: 'fix is fake',
    plain: plainly('tenant-context.mjs', '0.6.3-closures'),
  },
  {
    system: 'model observers',
    by: 'measurement',
    claim: 'observers that are registered per request stay on the model',
    decidedBy: [
      ...ran('requests that observe a model', { leaky: 'leak' }, { observers: 'grows' }),
      ...ran('requests that observe a model', { fixed: 'clean' }, { observers: 'steady' }),
    ],
    finding: 'confirmed',
    plain: plainly('model-observers.mjs', 'leaky', 'fixed'),
  },
];
