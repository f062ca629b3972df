import { scenario } from 'steadyheap';
import { startLog } from './spinajs/log.ts';

export default scenario('loggers of ever new names', {
  package: '@spinajs/log',
  versions: ['2.0.450'],
  iterations: 100,
  env: { TESTING: '1' },
  async setup({ load }) {
    return startLog(load);
  },
  iterate({ logger }, i) {
    logger(`request ${i}`).info('started');
  },
  gauges: { loggers: ({ Log }) => Log.Loggers.size },
  known: [
    {
      class: 'FrameworkLogger',
      perIteration: 1,
      retainer: 'Log.Loggers',
      reason: 'the log keeps a logger of each name for good',
    },
  ],
});
