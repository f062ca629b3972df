import { scenario } from 'steadyheap';

// Innocent: the timers do not keep the process alive, and are gone with what they hold after eight seconds.
export default scenario('unreferenced timers that are due later', {
  iterate(_, i) {
    const reminder = { text: `reminder ${i}` };
    setTimeout(() => reminder.text.length, 8000).unref();
  },
});
