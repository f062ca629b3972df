import { expect, test } from 'vitest';
import { aliveOf } from '../testing/alive.ts';
import { Model } from './common/model.ts';
import { handle as handleFixed } from './fixed/index.ts';
import { handle as handleLeaky } from './leaky/index.ts';

const versions = [
  ['leaky', handleLeaky],
  ['fixed', handleFixed],
] as const;

test.each(versions)('in the %s version a request notes what it saved, and nothing of others', async (_name, handle) => {
  const model = new Model('Customer');
  const [ada, bob] = ['Ada', 'Bob'].map((user) => ({ user, changes: [] }));
  const changes = await Promise.all([handle(model, ada, { id: 1 }), handle(model, bob, { id: 2 })]);
  expect(changes).toEqual([['Ada saved 1'], ['Bob saved 2']]);
});

test.each([
  ['leaky', handleLeaky, { observed: 10, requests: 10 }],
  ['fixed', handleFixed, { observed: 0, requests: 0 }],
])('after ten requests the %s version has kept %o', async (_name, handle, expected) => {
  const model = new Model('Customer');
  const requests = await aliveOf(10, async (i) => {
    const request = { user: 'Ada', changes: [] };
    await handle(model, request, { id: i });
    return request;
  });
  expect({ observed: model.observed, requests }).toEqual(expected);
});

test('an observer is told of its operation only, and only until it is removed', async () => {
  const model = new Model('Customer');
  const told: unknown[] = [];
  const observer = (row: object) => told.push(row);
  model.observe('before save', observer);
  await model.create({ id: 1 });
  model.removeObserver('after save', observer);
  await model.create({ id: 2 });
  model.removeObserver('before save', observer);
  await model.create({ id: 3 });
  expect(told).toEqual([{ id: 1 }, { id: 2 }]);
});
