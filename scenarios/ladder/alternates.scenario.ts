import { scenario } from 'steadyheap';

class Job {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

// Twenty jobs come and, an iteration later, nineteen go.
export default scenario('growth that alternates', {
  setup: () => ({ jobs: [] as Job[] }),
  iterate({ jobs }, i) {
    if (i % 2 === 0) for (let k = 0; k < 20; k++) jobs.push(new Job(i));
    else jobs.length -= 19;
  },
  known: [{ class: 'Job', retainer: 'Object.jobs', reason: 'planted: one job of twenty is forgotten' }],
});
