import { scenario } from 'steadyheap';

// Innocent: a class, with its prototype and shapes, is made for each iteration and dropped.
export default scenario('classes made and dropped', {
  iterate(_, i) {
    class Model {
      id = i;
      get label(): string {
        return `model ${this.id}`;
      }
    }
    return new Model().label;
  },
});
