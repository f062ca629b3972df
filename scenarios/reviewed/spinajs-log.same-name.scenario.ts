import { scenario } from 'steadyheap';
import { startLog } from './spinajs/log.ts';

export default scenario('a logger of one name', {
  package: '@spinajs/log',
  versions: ['2.0.450'],
  iterations: 100,
  env: { TESTING: '1' },
  async setup({ load }) {
    return startLog(load);
  },
  iterate({ logger }, i) {
    const log = logger('requests');
    log.info('request %d', i);
    log.timeStart(`request ${i}`);
    log.timeEnd(`request ${i}`);
    log.error(new Error('failed'), 'request %d', i);
  },
});
