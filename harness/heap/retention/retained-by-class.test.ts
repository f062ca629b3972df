import { expect, test } from 'vitest';
import { drawHeap } from '../testing/heap-picture.ts';
import { retainedByClass } from './retained-by-class.ts';
import { Retention } from './retention.ts';

/** Two tenants, one within the other; each holds a row of its own and a text that both hold. */
const heap = drawHeap(
  `
  root ^global> global
  global .outer> outer
  outer .inner> inner
  outer .own> row1
  inner .own> row2
  outer .text> text
  inner .text> text
  global .log> log
  log .row> row3
  log .row> shared
  global .shared> shared
  `,
  {
    outer: 'Tenant',
    inner: 'Tenant',
    row1: 'Row',
    row2: 'Row',
    row3: 'Row',
    shared: 'Row',
    log: 'Log',
    text: 'string t',
  },
  { outer: { size: 1000 }, inner: { size: 200 }, row1: { size: 30 }, row2: { size: 4 }, text: { size: 50_000 } },
);

test('what a class retains counts what one of its objects holds of another only once', async () => {
  expect(await retainedByClass(await heap.snapshot())).toEqual(
    new Map([
      ['global', 51_274],
      ['Tenant', 51_234],
      ['Row', 54],
      ['string', 50_000],
      ['Log', 20],
    ]),
  );
});

test('only the classes that are asked for are looked at, and give the same', async () => {
  expect(retainedByClass(await heap.snapshot(), { classes: new Set(['Tenant', 'Log', 'Nobody']) })).toEqual(
    new Map([
      ['Tenant', 51_234],
      ['Log', 20],
    ]),
  );
});

test('retention that is limited to members refuses to tell of others', async () => {
  const snapshot = await heap.snapshot();
  const [outer, inner, log, row2, row3] = ['outer', 'inner', 'log', 'row2', 'row3'].map((name) => heap.ordinal(name));
  const retention = new Retention(snapshot, [inner, log]);
  expect(retention.ofNode(inner)).toBe(204);
  expect(retention.ofNode(log)).toBe(20);
  // Behind a member: what is held by way of members only.
  expect(retention.ofNode(row2)).toBe(4);
  for (const other of [outer, heap.ordinal('shared'), heap.ordinal('global'), 0, 4711]) {
    expect(() => retention.ofNode(other)).toThrow(
      new RangeError(`node ${other} is neither among the members nor held by them alone`),
    );
    expect(() => retention.ofSet([log, other])).toThrow(RangeError);
  }
  expect(new Retention(snapshot).ofNode(row3)).toBe(10);
});
