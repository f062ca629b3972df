import { scenario } from 'steadyheap';

// Innocent: each timer is due two seconds later and then gone with what it holds.
export default scenario('timers that are due later', {
  iterate(_, i) {
    const reminder = { text: `reminder ${i}` };
    setTimeout(() => reminder.text.length, 2000);
  },
});
