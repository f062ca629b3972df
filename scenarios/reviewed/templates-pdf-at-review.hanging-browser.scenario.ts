import { rejects } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenario } from 'steadyheap';
import { stop } from '../../packages-under-test/templates-pdf/common/mishaps.ts';
import type * as templates from '../../packages-under-test/templates-pdf/fixed/index.ts';

const NOT_CLOSED = 'closing does not succeed, so what would be closed after it stays: the browser and the asset server';

export default scenario('PDF rendering by browsers that no longer answer', {
  package: 'templates-pdf',
  versions: ['leaky', 'fixed'],
  services: ['browser'],
  iterations: 10,
  batches: 10,
  // Each iteration of the leaky version leaves a live browser.
  warmup: 4,
  timeout: '10 min',
  async setup({ load, services }) {
    const { args, ...browser } = services.browser;
    const { renderPdf }: typeof templates = await load();
    return {
      renderPdf,
      profiles: await mkdtemp(join(tmpdir(), 'pdf-profiles-')),
      // Four processes a browser instead of seven, all of them real ones; a question that gets no answer fails soon.
      options: { ...browser, args: [...args, '--no-zygote', '--in-process-gpu'], protocolTimeout: 2_000 },
    };
  },
  async iterate({ renderPdf, options, profiles }, i) {
    const launch = { ...options, userDataDir: join(profiles, String(i)) };
    const request = { launch, html: '<h1>Invoice</h1>', timeout: 100 };
    await rejects(renderPdf({ ...request, onPrinting: (_page, browser) => stop(browser) }));
  },
  async teardown({ profiles }) {
    await rm(profiles, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  thresholds: { handles: 0, processes: 0 },
  known: [
    { versions: 'leaky', class: 'TCPServerWrap', perIteration: 1, reason: NOT_CLOSED },
    { versions: 'leaky', class: 'ProcessWrap', perIteration: 1, reason: NOT_CLOSED },
    { versions: 'leaky', class: 'PipeWrap', perIteration: 3, reason: NOT_CLOSED },
    { versions: 'leaky', class: 'TCPSocketWrap', perIteration: 1, reason: NOT_CLOSED },
    { versions: 'leaky', class: 'Server', retainer: '(Global handles) ▸ TCP', reason: NOT_CLOSED },
    { versions: 'leaky', class: 'ChildProcess', retainer: '(Global handles) ▸ Process', reason: NOT_CLOSED },
    { versions: 'leaky', class: 'Socket', retainer: '(Global handles) ▸ Pipe', reason: NOT_CLOSED },
    { versions: 'leaky', class: 'closure #onDriver*', retainer: 'processListeners', reason: NOT_CLOSED },
  ],
});
