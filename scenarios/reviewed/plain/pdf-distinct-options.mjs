// npm ci in a copy of packages-under-test/@spinajs/templates-pdf/2.0.531
// TESTING=1 PUPPETEER_EXECUTABLE_PATH=... node pdf-distinct-options.mjs
// The container keeps only the first renderer of a class: the browsers of the others outlive its dispose().
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Configuration } from '@spinajs/configuration-common';
import { DI, Injectable } from '@spinajs/di';
import { PdfRenderer } from '@spinajs/templates-pdf';

const launch = { executablePath: process.env.PUPPETEER_EXECUTABLE_PATH, args: ['--no-sandbox'], headless: 'shell' };

class Settings extends Configuration {
  get(name, defaultValue) {
    if (name === 'templates.pdf') return { args: launch };
    return name === 'logger' ? { targets: [], rules: [] } : defaultValue;
  }
}

Injectable(Configuration)(Settings);
await DI.resolve(Configuration);
const file = join(tmpdir(), 'distinct-options.pdf');
for (const format of ['A3', 'A4', 'A5', 'A6']) {
  const renderer = await DI.resolve(PdfRenderer, [{ format }]);
  await renderer.renderHtmlToFile('<p>', file);
}
console.log('browsers launched: 4; before dispose():', running());
await DI.dispose();
await new Promise((resolve) => setTimeout(resolve, 1000));
console.log('after dispose():', running());
const left = running();
for (let i = 0; i < 2; i++) {
  const renderer = await DI.resolve(PdfRenderer, [{ format: 'A4' }]);
  await renderer.renderHtmlToFile('<p>', file);
}
await DI.dispose();
await new Promise((resolve) => setTimeout(resolve, 1000));
console.log('of the same options twice, after another dispose():', running() - left, 'more');
process.exit();

/** How many child processes there are. */
function running() {
  try {
    return execFileSync('pgrep', ['-P', String(process.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n').length;
  } catch {
    return 0;
  }
}
