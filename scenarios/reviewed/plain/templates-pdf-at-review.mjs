// PUPPETEER_EXECUTABLE_PATH=... node scenarios/reviewed/plain/templates-pdf-at-review.mjs
// What stays when printing fails plainly, when the page is gone already, and when the browser no longer answers.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const active = (type) => process.getActiveResourcesInfo().filter((each) => each === type).length;
const left = () => `${active('ProcessWrap')} browsers, ${active('TCPServerWrap')} servers, ${active('PipeWrap')} pipes`;
const failures = {
  'bad page range': { pageRanges: '9-3' },
  'page closed': { onPrinting: (page) => page.close() },
  'browser stopped': { timeout: 100, onPrinting: (_page, browser) => browser.process().kill('SIGSTOP') },
};

for (const version of ['fixed', 'leaky']) {
  const { renderPdf } = await import(`../../../packages-under-test/templates-pdf/${version}/index.ts`);
  for (const [name, failure] of Object.entries(failures)) {
    const launch = {
      executablePath: process.env.PUPPETEER_EXECUTABLE_PATH,
      args: ['--no-sandbox'],
      headless: 'shell',
      protocolTimeout: 2000,
      userDataDir: await mkdtemp(join(tmpdir(), 'pdf-profile-')),
    };
    await renderPdf({ launch, html: '<h1>Invoice</h1>', ...failure }).catch(() => {});
    await sleep(500);
    console.log(`${version}, after ${name}: ${left()}`);
  }
}
process.exit();
