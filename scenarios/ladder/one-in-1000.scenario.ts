import { scenario } from 'steadyheap';

class Alarm {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

// 20,000 iterations: two objects a batch, which is fewer bytes than are judged.
export default scenario('one object in 1,000 iterations', {
  iterations: 20_000,
  setup: () => ({ alarms: new Array<Alarm | null>(100_000).fill(null) }),
  iterate({ alarms }, i) {
    const alarm = new Alarm(i);
    if (i % 1000 === 0) alarms[i / 1000] = alarm;
  },
  known: [{ class: 'Alarm', perIteration: 0.001, retainer: 'Object.alarms', reason: 'planted: one object in 1,000' }],
});
