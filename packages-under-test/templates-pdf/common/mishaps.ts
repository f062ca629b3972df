import { once } from 'node:events';
import type { Browser, Page } from 'puppeteer-core';

/** Kills a browser with all its processes, and waits until its output has ended: one left alive would keep it open. */
export async function kill(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child?.pid) return;
  const ended = once(child, 'close');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** Stops a browser: it stays alive, and answers nothing. */
export function stop(browser: Browser): void {
  browser.process()?.kill('SIGSTOP');
}

/** Crashes the page's renderer, and fails as soon as the browser has noticed, or has gone down with it. */
export async function crash(page: Page): Promise<never> {
  const noticed = new Promise<Error>((resolve) => {
    page.once('error', resolve);
    page.once('close', () => resolve(new Error('the page is gone')));
    page.browser().once('disconnected', () => resolve(new Error('the browser is gone')));
  });
  // Never settles when the crash comes before the navigation has begun.
  page.goto('chrome://crash').catch(() => {});
  throw await noticed;
}
