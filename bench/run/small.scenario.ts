import { scenario } from 'steadyheap';
import { type Registry, visit } from './action.ts';

export default scenario('a small scenario', {
  iterations: 100,
  setup: (): { registry: Registry } => ({ registry: new Map() }),
  iterate({ registry }, i) {
    visit(registry, i);
  },
});
