import { scenario } from 'steadyheap';

// Innocent: each timer is due eight seconds later, when the iterations are through, and then gone with what it holds.
export default scenario('timers that are due later', {
  iterate(_, i) {
    const reminder = { text: `reminder ${i}` };
    setTimeout(() => reminder.text.length, 8000);
  },
});
