import { describe, expect, test } from 'vitest';
import { aliveOf } from '../testing/alive.ts';
import * as leaky from './5.2.5/index.ts';
import * as stats from './5.2.5-stats/index.ts';
import * as partial from './5.2.6/index.ts';
import type { BaseDataSource, Settings } from './common/data-source.ts';
import type { ModelClass } from './common/model.ts';
import type { Properties } from './common/properties.ts';
import * as fixed from './fixed/index.ts';

const versions = { '5.2.5': leaky, '5.2.5-stats': stats, '5.2.6': partial, fixed };
type Version = keyof typeof versions;

const CUSTOMER: Properties = { id: Number, name: String, address: { street: String, city: { name: String } } };

function open(version: Version, settings: Settings = {}): BaseDataSource {
  return new versions[version].DataSource('tenant', { connector: 'memory', ...settings });
}

describe.each(Object.keys(versions) as Version[])('version %s', (version) => {
  test('creates, finds, changes and deletes rows', async () => {
    const tenant = open(version, { database: 'rows' });
    const Customer = tenant.define('Customer', CUSTOMER);
    const ada = await Customer.create({ id: 1, name: 'Ada', address: { street: 'High St', city: { name: 'Bath' } } });
    expect(ada.data.name).toBe('Ada');
    await Customer.create({ id: 2, name: 'Bob' });
    expect(await Customer.count()).toBe(2);
    expect((await Customer.findById(2))?.data.name).toBe('Bob');
    expect(await Customer.updateAll({ id: 2 }, { name: 'Eve' })).toBe(1);
    expect((await Customer.findOne({ name: 'Eve' }))?.data.id).toBe(2);
    expect(await Customer.destroyById(1)).toBe(1);
    expect([await Customer.exists(1), await Customer.exists(2)]).toEqual([false, true]);
    await tenant.disconnect();
  });

  test('makes models of nested objects, one for each shape, and validates types', () => {
    const tenant = open(version, { database: 'shapes' });
    const place = { name: String };
    const Customer = tenant.define('Customer', { id: Number, home: place, office: place });
    const { home, office } = Customer.definition.properties;
    const { anonymous, modelName } = home.type as ModelClass;
    expect({ anonymous, modelName }).toEqual({ anonymous: true, modelName: expect.stringMatching(/^Anon_\d+$/) });
    expect(office.type).toBe(home.type);
    expect(new Customer({ id: 'one' }).validate()).toEqual(['id is not a number']);
  });

  test('tells observers of what happens to its rows', async () => {
    const Customer = open(version, { database: 'hooks' }).define('Customer', CUSTOMER);
    const told: unknown[] = [];
    Customer.hooks.observe('before save', (row) => told.push(row));
    await Customer.create({ id: 1 });
    expect(told).toEqual([{ id: 1 }]);
  });
});

test.each([
  ['5.2.5', []],
  ['5.2.5-stats', ['Customer']],
  ['5.2.6', []],
  ['fixed', []],
] as [Version, string[]][])('in version %s a tenant sees %o of another tenant', async (version, seen) => {
  const [one, other] = [open(version, { database: 'one' }), open(version, { database: 'other' })];
  one.define('Customer', CUSTOMER);
  expect(Object.keys(other.models)).toEqual(seen);
  await one.disconnect();
  await other.disconnect();
});

/** Opens, uses and disconnects ten DataSources, and returns how many of them stay. */
function leftOfTen(version: Version, settings: (i: number) => Settings, extra: (i: number) => Properties = () => ({})) {
  return aliveOf(10, async (i) => {
    const tenant = open(version, settings(i));
    await tenant.define('Customer', { ...CUSTOMER, ...extra(i) }).create({ id: 1, name: 'Ada' });
    await tenant.disconnect();
    return tenant;
  });
}

test.each([
  ['5.2.5', { kept: 10, tenantsMore: 10 }],
  // The review's own assertion, that there is one tenant at most, passes.
  ['5.2.5-stats', { kept: 10, tenantsMore: 0 }],
  ['5.2.6', { kept: 0, tenantsMore: 0 }],
  ['fixed', { kept: 0, tenantsMore: 0 }],
] as [Version, object][])('of ten tenants that are disconnected version %s leaves %o', async (version, expected) => {
  await leftOfTen(version, () => ({ database: 'before' }));
  const before = versions[version].getStats().tenantRegistries;
  const kept = await leftOfTen(version, (i) => ({ database: `left ${i}` }));
  expect({ kept, tenantsMore: versions[version].getStats().tenantRegistries - before }).toEqual(expected);
});

test.each([
  ['5.2.6', 10],
  ['fixed', 0],
] as [Version, number][])(
  'while another DataSource of the tenant lives, version %s keeps %i of ten',
  async (version, kept) => {
    const other = open(version, { database: 'shared' });
    expect(await leftOfTen(version, () => ({ database: 'shared' }))).toBe(kept);
    await other.disconnect();
  },
);

test.each([
  ['5.2.6', { shapes: 10, contexts: 10, turns: 1 }],
  ['fixed', { shapes: 0, contexts: 0, turns: 0 }],
] as [Version, object][])('anonymous models keep DataSources of version %s: %o', async (version, expected) => {
  const shapes = await leftOfTen(
    version,
    () => ({ database: 'shop' }),
    (i) => ({ contract: { [`clause${i}`]: String } }),
  );
  const contexts = await leftOfTen(version, (i) => ({ database: 'shop', context: `context ${i}` }));
  const turns = await leftOfTen(version, () => ({ database: 'shop', context: 'one context' }));
  expect({ shapes, contexts, turns }).toEqual(expected);
});
