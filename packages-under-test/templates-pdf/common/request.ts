import type { Browser, LaunchOptions, Page } from 'puppeteer-core';

/** One document to print. */
export interface RenderRequest {
  /** The browser to start. */
  launch: LaunchOptions;
  /** The document, HTML. */
  html: string;
  /** The pages to print, `'1-3'`; all of them by default. */
  pageRanges?: string;
  /** The longest that printing may take, in milliseconds. */
  timeout?: number;
  /** Called as soon as printing has begun. */
  onPrinting?(page: Page, browser: Browser): unknown;
}
