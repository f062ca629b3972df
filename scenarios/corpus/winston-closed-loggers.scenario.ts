import { scenario } from 'steadyheap';

// winstonjs/winston#1706
export default scenario('a logger of uncaught exceptions that is closed', {
  package: 'winston',
  versions: ['3.3.3', '3.3.4'],
  async setup({ load }) {
    return { winston: await load() };
  },
  iterate({ winston }) {
    const console = new winston.transports.Console({ handleExceptions: true });
    const logger = winston.createLogger({ transports: [console] });
    logger.info('started');
    logger.close();
  },
  known: [
    {
      versions: '3.3.3',
      class: 'DerivedLogger',
      perIteration: 1,
      retainer: 'process._events ▸ Object.uncaughtException',
      reason: 'close() leaves the listener for uncaught exceptions on the process',
      issue: 'https://github.com/winstonjs/winston/issues/1706',
    },
  ],
});
