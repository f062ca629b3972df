// npm ci in a copy of packages-under-test/@spinajs/templates-pdf/2.0.531
// TESTING=1 PUPPETEER_EXECUTABLE_PATH=... node pdf-launching.mjs
// dispose() while a browser is being launched leaves it; failed renderings leave none, and killed browsers no profile for long.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Configuration } from '@spinajs/configuration-common';
import { DI, Injectable } from '@spinajs/di';
import { PdfRenderer } from '@spinajs/templates-pdf';

const launch = { executablePath: process.env.PUPPETEER_EXECUTABLE_PATH, args: ['--no-sandbox'], headless: 'shell' };
process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'pdf-'));
const file = join(process.env.TMPDIR, 'invoice.pdf');
const browsers = () => process.getActiveResourcesInfo().filter((each) => each === 'ProcessWrap').length;
const profiles = () => readdirSync(process.env.TMPDIR).filter((name) => name.startsWith('puppeteer_')).length;

class Settings extends Configuration {
  get(name, defaultValue) {
    if (name === 'templates.pdf') return { args: launch };
    return name === 'logger' ? { targets: [], rules: [] } : defaultValue;
  }
}

Injectable(Configuration)(Settings);
await DI.resolve(Configuration);

const pdf = await DI.resolve(PdfRenderer, [{ format: 'A4' }]);
for (let i = 0; i < 3; i++) await pdf.renderHtmlToFile('<p>', join(file, 'nowhere.pdf')).catch(() => {});
console.log('browsers after 3 renderings that failed:', browsers());
for (let i = 0; i < 3; i++) {
  await pdf.renderHtmlToFile('<p>', file);
  process.kill(-pdf.browserPool.browser.process().pid, 'SIGKILL');
  await sleep(500);
}
await sleep(3000);
console.log('profiles of 3 browsers that were killed:', profiles());
await DI.dispose();
await sleep(1000);
console.log('browsers after dispose():', browsers());
for (let i = 0; i < 3; i++) {
  const renderer = await DI.resolve(PdfRenderer, [{ format: 'A4' }]);
  const rendering = renderer.renderHtmlToFile('<p>', file);
  while (renderer.browserPool.launchPromise === null) await sleep(0);
  await DI.dispose();
  await rendering;
}
await sleep(1000);
console.log('browsers left by 3 times dispose() while launching:', browsers());
process.exit();
