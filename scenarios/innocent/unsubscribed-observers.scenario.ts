import { scenario } from 'steadyheap';

type Observer = (value: number) => void;

// Innocent: 50 observers come and 50 go with each iteration; the set they come from keeps the table it once needed.
export default scenario('observers that come and go', {
  setup: () => ({ observers: new Set<Observer>() }),
  iterate({ observers }, i) {
    const seen: number[] = [];
    const added = Array.from(
      { length: 50 },
      (_, k): Observer =>
        (value) =>
          seen.push(value + k),
    );
    for (const observer of added) observers.add(observer);
    for (const observer of observers) observer(i);
    for (const observer of added) observers.delete(observer);
  },
});
