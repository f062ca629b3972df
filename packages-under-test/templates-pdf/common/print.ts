import type { Server } from 'node:http';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { documentUrl, startAssetServer } from './asset-server.ts';
import type { RenderRequest } from './request.ts';

/** What one rendering has opened so far. */
export interface Opened {
  server?: Server;
  browser?: Browser;
  page?: Page;
}

/** Opens a server, a browser and a page, notes each in `opened`, and prints the document. Closes nothing. */
export async function print(request: RenderRequest, opened: Opened): Promise<Uint8Array> {
  const server = await startAssetServer(request.html);
  opened.server = server;
  const browser = await puppeteer.launch(request.launch);
  opened.browser = browser;
  const page = await browser.newPage();
  opened.page = page;

  const problems: string[] = [];
  // Closing a crashed page takes the browser down with it now and then.
  page.on('error', () => {
    delete opened.page;
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (failed) => problems.push(`${failed.url()} was not loaded`));
  await page.goto(documentUrl(server));
  if (problems.length > 0) throw new Error(`The document is broken: ${problems.join('; ')}`);

  const { pageRanges, timeout } = request;
  const printing = page.pdf({ ...(pageRanges && { pageRanges }), ...(timeout && { timeout }) });
  // The caller learns of a failure once what it started itself is done, too.
  printing.catch(() => {});
  await request.onPrinting?.(page, browser);
  return printing;
}
