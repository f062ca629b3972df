import { scenario } from 'steadyheap';

// One text that gets longer; searching it makes V8 store it in one piece.
export default scenario('one text that gets longer', {
  setup: () => ({ transcript: '' }),
  iterate(context, i) {
    context.transcript += `line ${i % 10} of the transcript\n`;
    return context.transcript.lastIndexOf('#');
  },
});
