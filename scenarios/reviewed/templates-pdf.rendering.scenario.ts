import { rejects } from 'node:assert/strict';
import { join } from 'node:path';
import { scenario } from 'steadyheap';
import { DOCUMENT, loadPdf } from './pdf/renderer.ts';

/** One browser is pooled. The start of each asset server arms a timer of 10 s that nobody clears: it drains. */
export default scenario('PDF rendering that succeeds and fails in turn', {
  package: '@spinajs/templates-pdf',
  versions: ['2.0.531', '2.0.544'],
  services: ['browser'],
  iterations: 20,
  timeout: '10 min',
  drain: '20 s',
  env: { TESTING: '1' },
  async setup({ load, services }) {
    const application = await loadPdf(load, services.browser);
    return { ...application, pdf: await application.renderer({ format: 'A4' }) };
  },
  async iterate({ pdf, file }) {
    await pdf.renderHtmlToFile(DOCUMENT, file);
    await rejects(pdf.renderHtmlToFile(DOCUMENT, join(file, 'nowhere.pdf')), /ENOTDIR|ENOENT/);
  },
  async teardown({ DI, cleanUp }) {
    await DI.dispose();
    await cleanUp();
  },
  thresholds: { processes: 0 },
});
