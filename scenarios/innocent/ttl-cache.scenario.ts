import { scenario } from 'steadyheap';

class Session {
  readonly token: string;
  readonly expires: number;
  constructor(token: string, expires: number) {
    this.token = token;
    this.expires = expires;
  }
}

// Innocent: a session ends 220 iterations after it began, so there are never more than that.
export default scenario('sessions that expire', {
  warmup: 50,
  setup: () => ({ sessions: new Map<string, Session>() }),
  iterate({ sessions }, i) {
    sessions.set(`token ${i}`, new Session(`token ${i}`, i + 220));
    for (const session of sessions.values()) {
      if (session.expires > i) break;
      sessions.delete(session.token);
    }
  },
});
