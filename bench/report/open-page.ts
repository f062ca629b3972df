import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';

/** Milliseconds from the start of the navigation. */
export interface Opening {
  /** Something of the content is painted. */
  paintMs: number;
  /** Every row of the list is laid out, and a frame has passed: the page answers. */
  listMs: number;
}

/** Runs in the page, from its first moment: watches for the last row. */
function watch(rows: number): void {
  const look = () => {
    const bodies = [...document.querySelectorAll('tbody')];
    if (bodies.every((body) => body.rows.length < rows)) return void requestAnimationFrame(look);
    // Reading a size lays the page out.
    document.body.getBoundingClientRect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { listMs: performance.now() })));
  };
  requestAnimationFrame(look);
}

/** Opens a file in a tab of its own, and waits until it lists so many rows. */
export async function openPage(browser: Browser, file: string, rows: number): Promise<Opening> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1600, height: 900 });
    await page.evaluateOnNewDocument(watch, rows);
    await page.goto(pathToFileURL(file).href);
    const paints = "performance.getEntriesByName('first-contentful-paint')";
    await page.waitForFunction(`window.listMs && ${paints}.length`, { polling: 50 });
    return (await page.evaluate(`({ paintMs: ${paints}[0].startTime, listMs: window.listMs })`)) as Opening;
  } finally {
    await context.close();
  }
}
