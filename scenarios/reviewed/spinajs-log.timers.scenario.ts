import { scenario } from 'steadyheap';
import { startLog } from './spinajs/log.ts';

export default scenario('log timers that nobody ends', {
  package: '@spinajs/log',
  versions: ['2.0.450'],
  iterations: 100,
  env: { TESTING: '1' },
  async setup({ load }) {
    return startLog(load);
  },
  iterate({ logger }, i) {
    logger('requests').timeStart(`request ${i}`);
  },
  gauges: { timers: ({ logger }) => logger('requests').Timers.size },
  known: [
    {
      class: 'Date',
      perIteration: 1,
      retainer: 'FrameworkLogger.Timers',
      reason: 'a timer is kept until timeEnd() is called with its name',
    },
  ],
});
