// Runs after `npm install`, under whatever Node is there: downloads the browser that puppeteer is made for, unless one
// is found already. Never fails an installation, and gives up soon where the download cannot be reached.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** A download that does not grow for this long, in milliseconds, is given up. */
const PATIENCE = 10_000;
const require = createRequire(import.meta.url);

try {
  const { default: puppeteer } = await import('puppeteer');
  const target = puppeteer.executablePath({ headless: 'shell' });
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = require('./browser/system-names.json').flatMap((name) => folders.map((folder) => join(folder, name)));
  if (![process.env.PUPPETEER_EXECUTABLE_PATH, target, ...places].some((path) => path && existsSync(path))) {
    // <cache>/<browser>/<version>/<platform>/<program>; the archive lands in <cache>/<browser>.
    const problem = await download(dirname(dirname(dirname(target))));
    console.log(`steadyheap: ${problem ? withoutDownload(problem) : 'downloaded chrome-headless-shell.'}`);
  }
} catch (error) {
  console.log(`steadyheap: ${withoutDownload(error.message)}`);
}

/** @param {string} problem */
function withoutDownload(problem) {
  const fallback =
    process.platform === 'linux' && process.arch === 'x64'
      ? 'the one in npm is used instead.'
      : 'set PUPPETEER_EXECUTABLE_PATH for scenarios that need one.';
  return `no browser was downloaded (${problem}); ${fallback}`;
}

/**
 * Has puppeteer download its headless shell into the folder `archives`.
 * @param {string} archives
 * @returns {Promise<string | undefined>} what went wrong, if anything
 */
function download(archives) {
  const program = require.resolve('puppeteer/lib/cjs/puppeteer/node/cli.js');
  const child = spawn(process.execPath, [program, 'browsers', 'install', 'chrome-headless-shell'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said = (said + text).slice(-20_000);
  });
  let size = sizeOf(archives);
  let stalled = false;
  const watch = setInterval(() => {
    const before = size;
    size = sizeOf(archives);
    stalled = size === before;
    if (stalled) child.kill('SIGKILL');
  }, PATIENCE);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(undefined);
      else resolve(stalled ? 'the download does not answer' : (/^Error: (.*)$/m.exec(said)?.[1] ?? 'puppeteer failed'));
    });
  });
}

/** @param {string} folder */
function sizeOf(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
