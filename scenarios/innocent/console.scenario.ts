import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { scenario } from 'steadyheap';

// Innocent: what is logged is formatted, written and forgotten.
export default scenario('objects written to a console', {
  setup() {
    const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
    return { out: new Console(sink) };
  },
  iterate({ out }, i) {
    out.log('request %d', i, { headers: { 'x-id': `${i}` }, body: new Map([[i, [1, 2, 3]]]) });
    out.log(`plain line ${i}`);
  },
});
