import { scenario } from 'steadyheap';

// Innocent: the slices keep their large parents alive, but there are 220 of them at the most.
export default scenario('the last 220 titles, sliced from their documents', {
  warmup: 50,
  setup: () => ({ titles: [] as string[] }),
  iterate({ titles }, i) {
    const text = `document ${i} `.repeat(200);
    titles.push(text.slice(0, 40));
    if (titles.length > 220) titles.shift();
  },
});
