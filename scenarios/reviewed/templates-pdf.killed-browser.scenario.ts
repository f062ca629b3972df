import { scenario } from 'steadyheap';
import { kill } from '../../packages-under-test/templates-pdf/common/mishaps.ts';
import { DOCUMENT, loadPdf } from './pdf/renderer.ts';

/** The next rendering launches another browser; what stays of the killed one is its profile on the disk. */
export default scenario('a pooled browser that is killed', {
  package: '@spinajs/templates-pdf',
  versions: ['2.0.531', '2.0.544'],
  services: ['browser'],
  iterations: 20,
  timeout: '10 min',
  drain: '20 s',
  env: { TESTING: '1' },
  async setup({ load, services }) {
    return loadPdf(load, services.browser);
  },
  async iterate({ renderer, file }) {
    const pdf = await renderer({ format: 'A4' });
    await pdf.renderHtmlToFile(DOCUMENT, file);
    await kill(pdf.browserPool.browser);
  },
  async teardown({ DI, cleanUp }) {
    await DI.dispose();
    await cleanUp();
  },
  gauges: { profiles: ({ profiles }) => profiles() },
  thresholds: { processes: 0 },
});
