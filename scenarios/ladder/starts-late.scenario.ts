import { scenario } from 'steadyheap';

class Session {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

// 1,000 iterations after 500 to warm up; the leak starts in the second half of those measured.
export default scenario('growth that starts late', {
  iterations: 1000,
  warmup: 500,
  setup: () => ({ sessions: new Array<Session | null>(100_000).fill(null) }),
  iterate({ sessions }, i) {
    const session = new Session(i);
    if (i >= 1300) sessions[i] = session;
  },
  known: [{ class: 'Session', retainer: 'Object.sessions', reason: 'planted: from iteration 1,300 on' }],
});
