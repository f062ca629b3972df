import { scenario } from 'steadyheap';

class Level {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

// expected: saturating
// Growth by the logarithm has no bound, but adds less and less: in the window of a run it is not told from a cache that fills.
export default scenario('growth by the logarithm', {
  setup: () => ({ levels: [] as Level[] }),
  iterate({ levels }, i) {
    while (levels.length < 60 * Math.log(i + 1)) levels.push(new Level(i));
  },
});
