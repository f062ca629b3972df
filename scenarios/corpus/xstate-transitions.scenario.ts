import { scenario } from 'steadyheap';

// statelyai/xstate#1023
export default scenario('xstate: transitions of one machine', {
  package: 'xstate',
  versions: ['4.7.8', '4.8.0'],
  iterations: 100,
  async setup({ load }) {
    const { Machine, interpret } = await load();
    const machine = Machine({
      id: 'lamp',
      initial: 'off',
      states: { off: { on: { TOGGLE: 'on' } }, on: { on: { TOGGLE: 'off' } } },
    });
    return { service: interpret(machine).start() };
  },
  iterate({ service }) {
    service.send('TOGGLE');
  },
  teardown({ service }) {
    service.stop();
  },
  known: [
    {
      versions: '4.7.8',
      class: 'State',
      perIteration: 1,
      retainer: 'Interpreter._state ▸ State',
      reason: 'the nextEvents getter of a state keeps the configuration with the state before it',
      issue: 'https://github.com/statelyai/xstate/pull/1023',
    },
  ],
});
