import { expect, test } from 'vitest';
import { expressionIn } from './expression-in.ts';

const SOURCE = `class Order {}
function make(kind) {
  const inner = () => new Order();
  if (kind) log(kind);
  return new Order();
}
const twice = (i) => [new Order(i), new Order(-i)];
class Shop {
  open(name) {
    return { name, at: this.store.set(name, 1) };
  }
}
`;

test.each([
  ['the one `new` of a class, not those of functions inside', 2, 14, { allocates: 'Order' }, { line: 5, column: 10 }],
  ['one of two expressions', 7, 15, { allocates: 'Order' }, undefined],
  ['a call in a method', 9, 7, { calls: 'set' }, { line: 10, column: 24 }],
  ['an object literal', 9, 7, { allocates: 'Object' }, { line: 10, column: 12 }],
  ['a call that is not there', 2, 14, { calls: 'open' }, undefined],
  ['a place behind the end', 99, 1, { calls: 'open' }, undefined],
] as const)('%s', (_, line, column, deed, expected) => {
  expect(expressionIn(SOURCE, { line, column }, deed)).toEqual(expected);
});

test('a text that is no JavaScript has no expressions', () => {
  expect(expressionIn('class {', { line: 1, column: 1 }, { calls: 'f' })).toBeUndefined();
});
