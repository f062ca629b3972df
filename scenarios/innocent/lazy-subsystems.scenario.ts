import { scenario } from 'steadyheap';

class Subsystem {
  readonly table = new Map<string, number>();
  constructor(name: string) {
    for (let k = 0; k < 50; k++) this.table.set(`${name} ${k}`, k);
  }
}

// Innocent: eleven subsystems are made on first use, 25 iterations apart; then there are no more.
export default scenario('subsystems made on first use', {
  warmup: 50,
  setup: () => ({ subsystems: new Map<string, Subsystem>() }),
  iterate({ subsystems }, i) {
    const name = `subsystem ${Math.min(Math.floor(i / 20), 10)}`;
    const subsystem = subsystems.get(name) ?? new Subsystem(name);
    subsystems.set(name, subsystem);
    return subsystem.table.get(`${name} ${i % 50}`);
  },
});
