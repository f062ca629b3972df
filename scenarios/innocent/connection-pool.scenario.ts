import { scenario } from 'steadyheap';

class Connection {
  readonly buffer = Buffer.alloc(4096);
  readonly statements = new Map<string, number>();
}

const MOST = 24;

// Innocent: the pool grows with the load to its maximum of 24 connections and keeps them.
export default scenario('a pool that grows to its maximum', {
  warmup: 50,
  setup: () => ({ idle: [] as Connection[], made: 0 }),
  async iterate(context, i) {
    const wanted = Math.min(MOST, 1 + Math.floor(i / 10));
    const taken: Connection[] = [];
    for (let k = 0; k < wanted; k++) {
      const connection = context.idle.pop();
      if (connection === undefined) context.made++;
      taken.push(connection ?? new Connection());
    }
    await Promise.all(taken.map(async (connection) => connection.statements.set('select 1', i)));
    context.idle.push(...taken);
  },
  gauges: { made: ({ made }) => made },
});
