import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Candidate } from './candidates.ts';
import { findBrowser, firstThatStarts } from './index.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steadyheap-browser-'));
});

afterAll(() => rm(folder, { recursive: true }));

const missing: Candidate = { from: 'nowhere', locate: async () => undefined };

async function broken(): Promise<Candidate> {
  const executablePath = join(folder, 'broken-browser');
  await writeFile(executablePath, '#!/bin/sh\necho "libnss3.so: cannot open shared object file" >&2\nexit 127\n');
  await chmod(executablePath, 0o755);
  return { from: 'the broken one', locate: async () => ({ executablePath, headless: 'shell' }) };
}

test('the browser that is found opens a page and prints it', async () => {
  const browser = await puppeteer.launch(await findBrowser());
  const page = await browser.newPage();
  await page.setContent('<h1>hello</h1>');
  expect(Buffer.from(await page.pdf()).toString('latin1', 0, 5)).toBe('%PDF-');
  await browser.close();
});

test('a browser that does not start is passed over for the next one', async () => {
  const { args: _, ...working } = await findBrowser();
  const last: Candidate = { from: 'the working one', locate: async () => working };
  expect(await firstThatStarts([missing, await broken(), last])).toMatchObject(working);
});

test('when none starts, the message says what was tried and what to do', async () => {
  const failing: Candidate = {
    from: 'the cache',
    locate: async () => {
      throw new Error('EACCES: permission denied');
    },
  };
  await expect(firstThatStarts([missing, await broken(), failing])).rejects.toThrow(
    /^No Chromium was found that starts: run `npx puppeteer browsers install chrome-headless-shell`.*; the broken one does not start: .*libnss3.so.*; the cache does not start: EACCES: permission denied\.$/,
  );
});
