import { scenario } from 'steadyheap';
import { Lru } from './lru.ts';

class Tenant {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

class Permission {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

// Innocent: 800 tenants fill the first cache, and their permissions, at a third of the pace, the second one of 500.
export default scenario('two caches that fill up one after the other', {
  iterations: 1000,
  warmup: 500,
  setup: () => ({ tenants: new Lru<number, Tenant>(800), permissions: new Lru<number, Permission>(500) }),
  iterate({ tenants, permissions }, i) {
    tenants.set(i, new Tenant(i));
    if (i % 3 === 0) permissions.set(i, new Permission(`permission ${i}`));
  },
});
