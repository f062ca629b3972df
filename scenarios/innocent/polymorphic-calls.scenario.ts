import { scenario } from 'steadyheap';

function area(shape: { width: number; height: number }): number {
  return shape.width * shape.height;
}

// Innocent: one place in the code meets a new shape of object every 20 iterations, twelve in all.
export default scenario('a call that meets more and more shapes', {
  warmup: 50,
  iterate(_, i) {
    const kind = Math.min(Math.floor(i / 20), 11);
    const shape = Object.assign({ [`kind${kind}`]: kind }, { width: i, height: 2 });
    return area(shape);
  },
});
