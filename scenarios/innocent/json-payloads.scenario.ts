import { scenario } from 'steadyheap';

function payload(i: number): string {
  const rows = Array.from({ length: 1500 }, (_, k) => ({
    id: i * 1500 + k,
    name: `row ${k}`,
    tags: ['a', 'b'],
    price: k / 3,
  }));
  return JSON.stringify({ rows });
}

// Innocent: payloads of 100 kB, parsed and dropped; the last one is kept.
export default scenario('large JSON payloads', {
  setup: () => ({ last: null as unknown }),
  iterate(context, i) {
    context.last = JSON.parse(payload(i));
  },
});
