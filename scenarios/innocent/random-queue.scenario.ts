import { scenario } from 'steadyheap';

class Job {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

// Innocent: arrivals and departures at random; the queue swings between 0 and 60 jobs and has no trend.
export default scenario('a queue whose length swings at random', {
  setup: () => ({ queue: [] as Job[], seed: 42 }),
  iterate(context, i) {
    const random = () => {
      context.seed = (context.seed * 48_271) % 2_147_483_647;
      return context.seed / 2_147_483_647;
    };
    const arrivals = Math.floor(random() * 10);
    for (let k = 0; k < arrivals; k++) context.queue.push(new Job(i * 10 + k));
    const departures = Math.floor(random() * 11);
    context.queue.splice(0, departures);
    if (context.queue.length > 60) context.queue.splice(0, 30);
  },
});
