import { scenario } from 'steadyheap';
import { DOCUMENT, loadPdf } from './pdf/renderer.ts';

const BROWSER_STAYS =
  'the container keeps only the first renderer of a class, so the browsers of all others outlive its dispose()';

export default scenario('PDFs of two kinds of options, then dispose()', {
  package: '@spinajs/templates-pdf',
  versions: ['2.0.531', '2.0.544'],
  services: ['browser'],
  iterations: 10,
  batches: 10,
  warmup: 4,
  timeout: '10 min',
  drain: '20 s',
  env: { TESTING: '1' },
  async setup({ load, services }) {
    return loadPdf(load, services.browser);
  },
  async iterate({ DI, renderer, file }) {
    for (const format of ['A4', 'A5']) {
      const pdf = await renderer({ format });
      await pdf.renderHtmlToFile(DOCUMENT, file);
    }
    await DI.dispose();
  },
  async teardown({ cleanUp }) {
    await cleanUp();
  },
  gauges: { profiles: ({ profiles }) => profiles() },
  known: [
    { class: 'ProcessWrap', perIteration: 1, reason: BROWSER_STAYS },
    { class: 'PipeWrap', reason: BROWSER_STAYS },
    { class: 'TCPSocketWrap', reason: BROWSER_STAYS },
    { class: 'ChildProcess', perIteration: 1, retainer: '(Global handles) ▸ Process', reason: BROWSER_STAYS },
    { class: 'Socket', retainer: '(Global handles)', reason: BROWSER_STAYS },
    { class: 'closure #onDriver*', retainer: 'processListeners', reason: BROWSER_STAYS },
  ],
});
