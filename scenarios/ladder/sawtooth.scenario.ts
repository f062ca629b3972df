import { scenario } from 'steadyheap';

class Job {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

// Every 33 iterations the list is cut back, but not as far as before: 33 come, 30 go.
export default scenario('a sawtooth that rises', {
  iterations: 330,
  setup: () => ({ jobs: [] as Job[] }),
  iterate({ jobs }, i) {
    jobs.push(new Job(i));
    if (i % 33 === 32) jobs.length -= 30;
  },
  known: [{ class: 'Job', retainer: 'Object.jobs', reason: 'planted: three jobs of 33 are forgotten' }],
});
