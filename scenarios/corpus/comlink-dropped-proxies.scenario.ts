import { equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';

// GoogleChromeLabs/comlink#607
export default scenario('a callback passed as a proxy and dropped', {
  package: 'comlink',
  versions: ['4.3.1', '4.4.1'],
  async setup({ load }) {
    const { expose, proxy, wrap } = await load();
    const { port1, port2 } = new MessageChannel();
    const service = { count: (upTo: number, report: (n: number) => unknown) => report(upTo) };
    expose(service, port1);
    return { port2, proxy, remote: wrap(port2) };
  },
  async iterate({ proxy, remote }, i) {
    let reported = -1;
    const report = (n: number) => {
      reported = n;
    };
    await remote.count(i, proxy(report));
    equal(reported, i);
  },
  teardown({ port2 }) {
    port2.close();
  },
  known: [
    {
      versions: '4.3.1',
      class: 'MessagePort',
      perIteration: 2,
      retainer: '(Global handles)',
      reason: 'the ports of a proxy that is dropped without being released stay open',
      issue: 'https://github.com/GoogleChromeLabs/comlink/issues/607',
    },
  ],
});
