import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { aliveOf } from '../testing/alive.ts';
import * as leaky from './0.6.2/index.ts';
import * as closures from './0.6.3-closures/index.ts';
import type { TenantContext } from './common/context.ts';
import * as fixed from './fixed/index.ts';
import * as weak from './weak/index.ts';

const versions = { '0.6.2': leaky, '0.6.3-closures': closures, weak, fixed };

describe.each(Object.entries(versions))('version %s', (_name, { currentContext, runInContext }) => {
  test('gives each request a context of its own, whatever runs beside it', async () => {
    const request = (tenant: string) =>
      runInContext(tenant, async () => {
        currentContext()?.set?.('key', `value of ${tenant}`);
        await turn();
        return [currentContext()?.tenant, currentContext()?.get?.('key')];
      });
    const seen = await Promise.all([request('one'), request('other')]);
    expect(seen).toEqual([
      ['one', 'value of one'],
      ['other', 'value of other'],
    ]);
    expect(currentContext()).toBeUndefined();
  });

  test('keeps the errors of a request in its context, and passes on those it throws', async () => {
    const problem = new Error('the request failed');
    await expect(runInContext('one', () => Promise.reject(problem))).rejects.toBe(problem);
    const errors = await runInContext('one', async () => {
      const context = currentContext() as TenantContext;
      context.domain?.emit('error', problem);
      return context.errors;
    });
    expect(errors).toEqual([problem]);
  });
});

test.each([
  ['0.6.2', 10],
  ['0.6.3-closures', 10],
  ['weak', 0],
  ['fixed', 0],
] as const)('of ten contexts that are released, version %s keeps %i', async (name, kept) => {
  const { currentContext, runInContext } = versions[name];
  expect(await aliveOf(10, () => runInContext('one', async () => currentContext() as TenantContext))).toBe(kept);
});

test('the fake fix drops the closures only, and the fix the domain', async () => {
  const release = ({ currentContext, runInContext }: typeof fixed) =>
    runInContext('one', async () => currentContext() as TenantContext);
  expect(await release(closures)).toMatchObject({ get: undefined, set: undefined, domain: expect.anything() });
  expect(await release(fixed)).toMatchObject({ get: expect.any(Function), domain: null });
});
