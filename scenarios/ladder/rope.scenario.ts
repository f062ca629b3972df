import { scenario } from 'steadyheap';

export default scenario('pieces of text put together', {
  setup: () => ({ transcript: '' }),
  iterate(context, i) {
    context.transcript += `line ${i} of the transcript\n`;
  },
  known: [{ class: 'string', reason: 'planted: a rope of pieces that is never read' }],
});
