import type { BrowserService } from '../../scenario/definition.ts';
import { ServiceError } from '../service-error.ts';
import { CANDIDATES, type Candidate } from './candidates.ts';
import { whyItDoesNotStart } from './proof.ts';

// `--no-sandbox`: Chromium refuses to run as root with it, and most containers do not allow it.
// `--disable-dev-shm-usage`: containers give /dev/shm 64 MB, and pages crash when it is full.
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage'];

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
    const browser = await locate();
    if (!browser) continue;
    const problem = await whyItDoesNotStart({ ...browser, args: ARGS });
    if (problem === undefined) return { ...browser, args: ARGS };
    tried.push(`; ${from} (${browser.executablePath}) does not start: ${problem}`);
  }
  throw new ServiceError(
    'No Chromium was found that starts: run `npx puppeteer browsers install chrome-headless-shell`, or set ' +
      `PUPPETEER_EXECUTABLE_PATH to a Chrome on this machine${tried.join('')}.`,
  );
}
