import { scenario } from 'steadyheap';

class Level {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

// No rate: it falls, but never below 0.7 of what it was when the run is half as long.
export default scenario('growth by the square root', {
  setup: () => ({ levels: [] as Level[] }),
  iterate({ levels }, i) {
    while (levels.length < 40 * Math.sqrt(i + 1)) levels.push(new Level(i));
  },
  known: [{ class: 'Level', retainer: 'Object.levels', reason: 'planted: 40 times the square root of the iterations' }],
});
