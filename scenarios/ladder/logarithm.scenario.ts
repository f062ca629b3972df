import { scenario } from 'steadyheap';

class Level {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

// Growth by the logarithm has no bound, but adds less and less: over 1,000 iterations it looks like a cache that fills.
export default scenario('growth by the logarithm', {
  iterations: 1000,
  warmup: 500,
  setup: () => ({ levels: [] as Level[] }),
  iterate({ levels }, i) {
    while (levels.length < 60 * Math.log(i + 1)) levels.push(new Level(i));
  },
});
