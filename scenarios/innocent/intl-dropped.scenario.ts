import { scenario } from 'steadyheap';

// Innocent: each formatter, with its native part, goes with the next collections.
export default scenario('Intl formatters made and dropped', {
  iterate: (_, i) => new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(i * 86_400_000),
});
