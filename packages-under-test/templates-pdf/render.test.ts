import type { Browser, LaunchOptions, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { provideBrowser, type StartedBrowser } from '../../harness/services/browser/index.ts';
import { crash, kill, stop } from './common/mishaps.ts';
import type { RenderRequest } from './common/request.ts';
import { renderPdf as renderFixed } from './fixed/index.ts';
import { renderPdf as renderLeaky } from './leaky/index.ts';

const html = '<h1>Invoice</h1>';
let service: StartedBrowser;

beforeAll(async () => {
  service = await provideBrowser();
});

afterAll(() => service.stop());

const failures: Record<string, Omit<RenderRequest, 'launch'>> = {
  'bad page range': { html, pageRanges: '9-3' },
  'time-out': { html: '<script>onbeforeprint = () => { for (;;); }</script>', timeout: 20 },
  'page closed': { html, onPrinting: (page) => page.close() },
  'page crash': { html, onPrinting: (page) => crash(page) },
  'browser killed': { html, onPrinting: (_page, browser) => kill(browser) },
};

/** Fails to print, and tells whether the browser still runs and whether its page can still be served. */
async function leftBehind(
  render: typeof renderFixed,
  failure: Omit<RenderRequest, 'launch'>,
  options: LaunchOptions = {},
): Promise<{ browser: boolean; server: boolean }> {
  let browser: Browser | undefined;
  let address = '';
  const onPrinting = (page: Page, started: Browser): unknown => {
    browser = started;
    address = page.url();
    return failure.onPrinting?.(page, started);
  };
  await expect(render({ launch: { ...service.info, ...options }, ...failure, onPrinting })).rejects.toThrow();
  const process = browser?.process();
  const server = await fetch(address).then(
    () => true,
    () => false,
  );
  return { browser: process?.exitCode === null && process.signalCode === null, server };
}

test.each([
  ['bad page range', { browser: false, server: false }],
  ['time-out', { browser: false, server: false }],
  ['page closed', { browser: true, server: true }],
  ['page crash', { browser: false, server: false }],
  ['browser killed', { browser: false, server: true }],
])('after %s the leaky version leaves %o', async (failure, expected) => {
  expect(await leftBehind(renderLeaky, failures[failure])).toEqual(expected);
});

test.each(Object.keys(failures))('after %s the fixed version leaves nothing', async (failure) => {
  expect(await leftBehind(renderFixed, failures[failure])).toEqual({ browser: false, server: false });
});

const stopped = { html, timeout: 100, onPrinting: (_page: Page, browser: Browser) => stop(browser) };

test('a browser that is stopped and answers nothing is killed by the fixed version', async () => {
  expect(await leftBehind(renderFixed, stopped)).toEqual({ browser: false, server: false });
});

test('a browser that is stopped and answers nothing stays, and so does the server, in the leaky version', async () => {
  expect(await leftBehind(renderLeaky, stopped, { protocolTimeout: 500 })).toEqual({ browser: true, server: true });
});

test.each([
  ['leaky', renderLeaky],
  ['fixed', renderFixed],
])('the %s version prints a document when nothing fails', async (_name, render) => {
  const pdf = await render({ launch: service.info, html });
  expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
});
