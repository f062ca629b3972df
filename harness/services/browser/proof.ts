import puppeteer from 'puppeteer';
import type { BrowserService } from '../../scenario/definition.ts';

// A cold start on two busy cores took under 3 s.
const TIME_LIMIT = 30_000;

/**
 * Starts a browser, opens a page in it and closes it. Returns nothing when that worked, or in a few words what went
 * wrong: a browser may be there and lack a library, or be made for another processor.
 */
export async function whyItDoesNotStart(browser: BrowserService): Promise<string | undefined> {
  try {
    const started = await puppeteer.launch({ ...browser, timeout: TIME_LIMIT, protocolTimeout: TIME_LIMIT });
    try {
      await started.newPage();
    } finally {
      await started.close();
    }
    return undefined;
  } catch (error) {
    return firstWords((error as Error).message);
  }
}

/** Puppeteer's message is several paragraphs; what the browser said itself, if anything, follows `stderr:`. */
function firstWords(message: string): string {
  const said = /stderr:\s*(.*)/.exec(message)?.[1];
  return (said || message.split('\n')[0]).slice(0, 300);
}
