import { scenario } from 'steadyheap';

// vuejs/core#11979
export default scenario('@vue/reactivity: an effect that tracks one key after another', {
  package: '@vue/reactivity',
  versions: ['3.5.6', '3.5.7'],
  iterations: 100,
  async setup({ load }) {
    const { effect, reactive } = await load();
    const selected = reactive({ id: 0 });
    const users = reactive(new Map());
    const shown = { name: '' };
    const runner = effect(() => {
      shown.name = users.get(selected.id);
    });
    return { users, selected, runner };
  },
  iterate({ users, selected }, i) {
    users.set(i + 1, `user ${i + 1}`);
    selected.id = i + 1;
    users.delete(i);
  },
  teardown({ runner }) {
    runner.effect.stop();
  },
  known: [
    {
      versions: '3.5.6',
      class: 'Dep',
      perIteration: 1,
      retainer: 'Map (key of a WeakMap) ▸ Map[key] ▸ Dep',
      reason: 'the Dep of a key stays after the effect has stopped tracking it',
      issue: 'https://github.com/vuejs/core/issues/11979',
    },
  ],
});
