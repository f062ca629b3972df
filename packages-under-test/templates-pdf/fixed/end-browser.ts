import { once } from 'node:events';
import type { Browser } from 'puppeteer-core';

/** Closing takes 50 ms; a browser that has not closed after this long, in milliseconds, does not answer at all. */
const PATIENCE = 2_000;

/**
 * Closes a browser, pages included, and kills it when it does not close in time or refuses. Resolves when the process
 * has ended; never rejects.
 */
export async function endBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  const isRunning = child?.exitCode === null && child.signalCode === null;
  const gone = isRunning ? once(child, 'exit') : undefined;
  const timer = setTimeout(() => child?.kill('SIGKILL'), PATIENCE);
  try {
    await browser.close();
  } catch {
    child?.kill('SIGKILL');
  }
  await gone;
  clearTimeout(timer);
}
