import { setImmediate as turn } from 'node:timers/promises';
import { scenario } from 'steadyheap';
import { DOCUMENT, loadPdf } from './pdf/renderer.ts';

const BROWSER_STAYS = 'dispose() knows nothing of a browser that is still being launched, and nobody closes it later';

export default scenario('dispose() while the browser is being launched', {
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
    const pdf = await renderer({ format: 'A4' });
    const rendering = pdf.renderHtmlToFile(DOCUMENT, file);
    while (pdf.browserPool.launchPromise === null) await turn();
    await DI.dispose();
    await rendering;
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
