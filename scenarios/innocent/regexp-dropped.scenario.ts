import { scenario } from 'steadyheap';

// Innocent: a new pattern each time, dropped at once; V8's own cache of compiled patterns forgets it after some collections.
export default scenario('regular expressions compiled and dropped', {
  iterate: (_, i) => new RegExp(`^(order|invoice)-${i}-[a-z]{${1 + (i % 5)}}$`, 'iu').test(`order-${i}-ab`),
});
