import { scenario } from 'steadyheap';

const VOCABULARY = 300;

// Innocent: words come at random from a vocabulary of 300, so new ones get rarer until there are none.
export default scenario('an intern table of a finite vocabulary', {
  setup: () => ({ words: new Map<string, { word: string; id: number }>(), seed: 1 }),
  iterate(context) {
    context.seed = (context.seed * 48_271) % 2_147_483_647;
    const word = `word ${context.seed % VOCABULARY}`;
    if (!context.words.has(word)) context.words.set(word, { word, id: context.words.size });
  },
});
