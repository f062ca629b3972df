import { randomUUID } from 'node:crypto';
import type { BrowserService } from '../../scenario/definition.ts';
import { startGuard } from '../guard.ts';
import { ServiceError } from '../service-error.ts';
import { CANDIDATES, type Candidate } from './candidates.ts';
import { whyItDoesNotStart } from './proof.ts';

// `--no-sandbox`: Chromium refuses to run as root with it, and most containers do not allow it.
// `--disable-dev-shm-usage`: containers give /dev/shm 64 MB, and pages crash when it is full.
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage'];

/** A browser that is ready to be started. */
export interface StartedBrowser {
  info: BrowserService;
  /** Kills every browser that was started with `info.args` and still runs. */
  stop(): Promise<void>;
}

/**
 * Finds a browser and marks its arguments, so that what a leaking subject leaves behind can be told from other
 * browsers. Puppeteer's own exit handler kills every second browser only: it takes handlers out of the list it walks.
 */
export async function provideBrowser(): Promise<StartedBrowser> {
  const { args, ...browser } = await findBrowser();
  // Chromium ignores switches it does not know.
  const argument = `--steadyheap-service=${randomUUID()}`;
  const guard = await startGuard({ commands: [], argument, folders: [] });
  return { info: { ...browser, args: [...args, argument] }, stop: guard.release };
}

let found: Promise<BrowserService> | undefined;

/**
 * Finds a Chromium that really starts: the one PUPPETEER_EXECUTABLE_PATH names, the one puppeteer downloaded, the
 * system's, the one in npm, in this order. Looked for once per process; a ServiceError says what was tried.
 */
export function findBrowser(): Promise<BrowserService> {
  found ??= firstThatStarts(CANDIDATES);
  return found;
}

/** The first of `candidates` that is there and starts. */
export async function firstThatStarts(candidates: readonly Candidate[]): Promise<BrowserService> {
  const tried: string[] = [];
  for (const { from, locate } of candidates) {
    let problem: string | undefined;
    try {
      const browser = await locate();
      if (!browser) continue;
      problem = await whyItDoesNotStart({ ...browser, args: ARGS });
      if (problem === undefined) return { ...browser, args: ARGS };
    } catch (error) {
      problem = (error as Error).message;
    }
    tried.push(`; ${from} does not start: ${problem}`);
  }
  throw new ServiceError(
    'No Chromium was found that starts: run `npx puppeteer browsers install chrome-headless-shell`, or set ' +
      `PUPPETEER_EXECUTABLE_PATH to a Chrome on this machine${tried.join('')}.`,
  );
}
