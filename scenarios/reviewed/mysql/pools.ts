import type { Load } from 'steadyheap';

/** A port of this machine on which nothing listens. */
const NOBODY = { host: '127.0.0.1', port: 1 };

/** Loads mysql2, which is installed beside the connector; `makePool` makes a pool whose server refuses every connection. */
export async function loadPools(load: Load) {
  const { createPool } = await load('mysql2/promise.js');
  return { makePool: () => createPool({ ...NOBODY, user: 'shop' }) };
}
