import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import puppeteer from 'puppeteer';
import type { BrowserService } from '../../scenario/definition.ts';
import { unpackNpmChromium } from './npm-chromium.ts';
import SYSTEM_NAMES from './system-names.json' with { type: 'json' };

/** A browser that was found, before its arguments are known. */
export type FoundBrowser = Omit<BrowserService, 'args'>;

/** One place where a browser may be. */
export interface Candidate {
  /** The place, as a message names it. */
  from: string;
  /** Returns nothing when no browser is there. */
  locate(): Promise<FoundBrowser | undefined>;
}

/** Every place a browser is looked for, best first. */
export const CANDIDATES: readonly Candidate[] = [
  { from: 'PUPPETEER_EXECUTABLE_PATH', locate: async () => atPath(process.env.PUPPETEER_EXECUTABLE_PATH) },
  {
    from: "puppeteer's cache",
    locate: async () => atPath(downloaded('shell')) ?? atPath(downloaded(true)),
  },
  {
    from: "the system's Chromium",
    locate: async () => {
      const folders = (process.env.PATH ?? '').split(delimiter);
      const paths = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
      return atPath(paths.find((path) => existsSync(path)));
    },
  },
  {
    from: 'the Chromium of npm',
    locate: async () => {
      const executablePath = await unpackNpmChromium();
      return executablePath === undefined ? undefined : { executablePath, headless: 'shell' };
    },
  },
];

/** A headless shell has no other mode; a full Chrome no longer has the shell's. */
function atPath(executablePath: string | undefined): FoundBrowser | undefined {
  if (!executablePath || !existsSync(executablePath)) return undefined;
  return { executablePath, headless: /headless[-_]shell/.test(basename(executablePath)) ? 'shell' : true };
}

/** Where puppeteer puts the browser of its own version; it throws when told to use no such browser. */
function downloaded(headless: 'shell' | true): string | undefined {
  try {
    return puppeteer.executablePath({ headless });
  } catch {
    return undefined;
  }
}
