import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserService, Load } from 'steadyheap';
import { provideSettings, silenceLog } from '../spinajs/settings.ts';

export const DOCUMENT = '<h1>Invoice</h1>';

/** Loads @spinajs/templates-pdf; its files and the browser's profiles go to a temporary folder of their own. */
export async function loadPdf(load: Load, { args, ...browser }: BrowserService) {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'));
  process.env.TMPDIR = folder;
  const { PdfRenderer } = await load();
  await silenceLog(load);
  // Four processes a browser instead of seven, all of them real ones.
  const launch = { ...browser, args: [...args, '--no-zygote', '--in-process-gpu'] };
  const { DI } = await provideSettings(load, { 'templates.pdf': { args: launch } });
  return {
    DI,
    file: join(folder, 'invoice.pdf'),
    /** The renderer for these options of `page.pdf`. */
    renderer: (options: object) => DI.resolve(PdfRenderer, [options]),
    /** How many profiles of browsers lie in the temporary folder. */
    profiles: async () => (await readdir(folder)).filter((name) => name.startsWith('puppeteer_')).length,
    cleanUp: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}
