import { scenario } from 'steadyheap';

class Job {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

// Up to 19 jobs come and up to 17 go, at random: half a job an iteration stays, in a swing of several.
export default scenario('growth hidden in a random swing', {
  iterations: 400,
  setup: () => ({ jobs: [] as Job[], seed: 7 }),
  iterate(context, i) {
    const random = () => {
      context.seed = (context.seed * 48_271) % 2_147_483_647;
      return context.seed / 2_147_483_647;
    };
    for (let k = Math.floor(random() * 20); k > 0; k--) context.jobs.push(new Job(i));
    context.jobs.splice(0, Math.floor(random() * 18));
  },
  known: [{ class: 'Job', retainer: 'Object.jobs', reason: 'planted: more come than go' }],
});
