import { rejects } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenario } from 'steadyheap';
import { crash, kill } from '../packages-under-test/templates-pdf/common/mishaps.ts';
import type { RenderRequest } from '../packages-under-test/templates-pdf/common/request.ts';
import type * as templates from '../packages-under-test/templates-pdf/fixed/index.ts';

const DOCUMENT = '<h1>Invoice</h1>';

/** Five ways in which printing fails; every batch of ten holds each of them twice. */
const FAILURES: Omit<RenderRequest, 'launch'>[] = [
  { html: DOCUMENT, pageRanges: '9-3' },
  { html: '<script>onbeforeprint = () => { for (;;); }</script>', timeout: 20 },
  { html: DOCUMENT, onPrinting: (page) => page.close() },
  { html: DOCUMENT, onPrinting: (page) => crash(page) },
  { html: DOCUMENT, onPrinting: (_page, browser) => kill(browser) },
];

const SERVER_STAYS = 'a page or browser that is gone already makes closing fail, and the asset server stays';
const BROWSER_STAYS = 'page.close() rejects when the page is closed already, and the browser is never closed';

export default scenario('PDF rendering fails in five ways', {
  package: 'templates-pdf',
  versions: ['leaky', 'fixed'],
  services: ['browser'],
  iterations: 100,
  batches: 10,
  // Each five iterations of the leaky version leave a live browser: 24 of them at the end.
  warmup: 20,
  timeout: '20 min',
  async setup({ load, services }) {
    const { args, ...browser } = services.browser;
    return {
      // Puppeteer's own temporary profiles make closing reject now and then: Chromium still writes while they are removed.
      profiles: await mkdtemp(join(tmpdir(), 'pdf-profiles-')),
      renderPdf: ((await load()) as typeof templates).renderPdf,
      // Four processes a browser instead of seven, all of them real ones.
      options: { ...browser, args: [...args, '--no-zygote', '--in-process-gpu'] },
    };
  },
  async iterate({ renderPdf, options, profiles }, i) {
    const launch = { ...options, userDataDir: join(profiles, String(i)) };
    await rejects(renderPdf({ launch, ...FAILURES[i % FAILURES.length] }));
  },
  async teardown({ profiles }) {
    await rm(profiles, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  thresholds: { handles: 0, processes: 0 },
  known: [
    // 0.4 an iteration, and one more whenever the crash of a page takes the browser with it.
    { versions: 'leaky', class: 'TCPServerWrap', reason: SERVER_STAYS },
    { versions: 'leaky', class: 'ProcessWrap', perIteration: 0.2, reason: BROWSER_STAYS },
    { versions: 'leaky', class: 'PipeWrap', perIteration: 0.6, reason: BROWSER_STAYS },
    { versions: 'leaky', class: 'TCPSocketWrap', perIteration: 0.2, reason: BROWSER_STAYS },
    { versions: 'leaky', class: 'Server', retainer: '(Global handles) ▸ TCP', reason: SERVER_STAYS },
    { versions: 'leaky', class: 'ChildProcess', retainer: '(Global handles) ▸ Process', reason: BROWSER_STAYS },
    { versions: 'leaky', class: 'Socket', retainer: '(Global handles) ▸ Pipe', reason: BROWSER_STAYS },
    // By way of the listeners of the process, and just as shortly of the browser's own process.
    { versions: 'leaky', class: 'closure #onDriver*', reason: BROWSER_STAYS },
  ],
});
