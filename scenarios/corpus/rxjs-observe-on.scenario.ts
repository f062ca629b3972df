import { equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';

// ReactiveX/rxjs#6561
export default scenario('a value of a hot source observed on a scheduler', {
  package: 'rxjs',
  versions: ['7.3.0', '7.3.1'],
  async setup({ load }) {
    const { asyncScheduler, observeOn, Subject } = await load();
    const source = new Subject();
    const received = new Subject();
    const subscription = source.pipe(observeOn(asyncScheduler)).subscribe(received);
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
      versions: '7.3.0',
      class: 'AsyncAction',
      perIteration: 1,
      retainer: 'SafeSubscriber._teardowns',
      reason: 'the finished action of each value stays on the subscriber of observeOn',
      issue: 'https://github.com/ReactiveX/rxjs/issues/6561',
    },
  ],
});
