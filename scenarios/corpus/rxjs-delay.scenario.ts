import { equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';

// ReactiveX/rxjs#3605
export default scenario('a burst of values of a hot source, delayed', {
  package: 'rxjs',
  versions: ['6.0.0', '6.1.0'],
  async setup({ load }) {
    const { Subject } = await load();
    const { delay } = await load('rxjs/operators/index.js');
    const source = new Subject();
    const received = new Subject();
    const subscription = source.pipe(delay(1)).subscribe(received);
    return { received, source, subscription };
  },
  async iterate({ received, source }, i) {
    const next = Promise.withResolvers<number>();
    const listening = received.subscribe(next.resolve);
    source.next(i);
    equal(await next.promise, i);
    listening.unsubscribe();
  },
  teardown({ subscription }) {
    subscription.unsubscribe();
  },
  known: [
    {
      versions: '6.0.0',
      class: 'AsyncAction',
      perIteration: 1,
      retainer: 'DelaySubscriber._subscriptions',
      reason: 'the finished action of each burst stays on the subscriber of delay',
      issue: 'https://github.com/ReactiveX/rxjs/issues/3605',
    },
  ],
});
