import { inspect } from 'node:util';
import { scenario } from 'steadyheap';

class OrderError extends Error {
  readonly order: number;
  constructor(order: number, cause: unknown) {
    super(`order ${order} failed`, { cause });
    this.order = order;
  }
}

// Innocent: errors with causes and formatted stacks; the last ten are kept for a status page.
export default scenario('the last ten errors', {
  setup: () => ({ recent: [] as OrderError[] }),
  iterate({ recent }, i) {
    try {
      JSON.parse('{');
    } catch (cause) {
      recent.push(new OrderError(i, cause));
      if (recent.length > 10) recent.shift();
    }
    return inspect(recent.at(-1)).length;
  },
});
