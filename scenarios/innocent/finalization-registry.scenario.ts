import { scenario } from 'steadyheap';

class Handle {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

// Innocent: each name goes when its handle has been collected, which is some time later.
export default scenario('a registry of finalizers that run late', {
  setup() {
    const open = new Map<number, string>();
    return { open, registry: new FinalizationRegistry<number>((id) => open.delete(id)) };
  },
  iterate({ open, registry }, i) {
    open.set(i, `handle ${i}`);
    registry.register(new Handle(i), i);
  },
});
