import { scenario } from 'steadyheap';

/** A header of 24 bytes and sixteen fields of 8. */
class Order {
  a = 1;
  b = 2;
  c = 3;
  d = 4;
  e = 5;
  f = 6;
  g = 7;
  h = 8;
  i = 9;
  j = 10;
  k = 11;
  l = 12;
  m = 13;
  n = 14;
  o = 15;
  p = 16;
}

export default scenario('152 bytes an iteration', {
  setup: () => ({ table: new Array<Order | null>(100_000).fill(null) }),
  iterate({ table }, i) {
    table[i] = new Order();
  },
  known: [{ class: 'Order', perIteration: 1, retainer: 'Object.table', reason: 'planted: one object of 152 bytes' }],
});
