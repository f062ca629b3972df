import { pathToFileURL } from 'node:url';
import type { Browser, CDPSession } from 'puppeteer';

/** What it took to open a page, in milliseconds. */
export interface Opening {
  /** From the start of the navigation until something of the content is painted. */
  paintMs: number;
  /** Until every row of the list is laid out, and a frame has passed: the page answers. */
  listMs: number;
  /** CPU time of the page's main thread up to then, which other work on the machine does not lengthen. */
  cpuMs: number;
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
    const client = await page.createCDPSession();
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await busyMs(client);
    await page.goto(pathToFileURL(file).href);
    const paints = "performance.getEntriesByName('first-contentful-paint')";
    await page.waitForFunction(`window.listMs && ${paints}.length`, { polling: 50 });
    const times = await page.evaluate(`({ paintMs: ${paints}[0].startTime, listMs: window.listMs })`);
    return { ...(times as Omit<Opening, 'cpuMs'>), cpuMs: (await busyMs(client)) - before };
  } finally {
    await context.close();
  }
}

/** What the tasks of the main thread have taken; in the time domain `threadTicks` that is CPU time. */
async function busyMs(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}
