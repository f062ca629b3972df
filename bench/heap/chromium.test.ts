import { Readable } from 'node:stream';
import { parse } from 'heap-snapshot-toolkit';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupSurvivors, highestId, parseSnapshot, Retention, takeCensus } from '../../harness/heap/index.ts';
import { findBrowser } from '../../harness/services/browser/index.ts';

let browser: Browser;
let page: Page;
let triple: Buffer[];

beforeAll(async () => {
  browser = await puppeteer.launch(await findBrowser());
  page = await browser.newPage();
  await page.setContent(`<script>
    class Leaky { constructor(i) { this.node = document.createElement('p'); this.payload = 'leak ' + i; } }
    window.registry = new Map();
    function leak() { for (let i = 0; i < 50; i++) registry.set('t' + registry.size, new Leaky(i)); }
    leak();
  </script>`);
  triple = [await snapshotOf(page)];
  for (let interval = 0; interval < 2; interval++) {
    await page.evaluate('leak()');
    triple.push(await snapshotOf(page));
  }
});

afterAll(() => browser.close());

/** What a programmer saves from the memory panel of DevTools. */
async function snapshotOf(target: Page): Promise<Buffer> {
  const session = await target.createCDPSession();
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot');
  return Buffer.from(chunks.join(''));
}

function read(index: number) {
  return parseSnapshot(Readable.from([triple[index]]), `snapshot ${index} of Chromium`);
}

test('a snapshot of a page in Chromium reads, and its census counts the objects of the page', async () => {
  const counts = await Promise.all([0, 1, 2].map(async (index) => takeCensus(await read(index)).get('Leaky')?.count));
  expect(counts).toEqual([50, 100, 150]);
});

test('what leaks in a page is found with its path from the window', async () => {
  const final = await read(2);
  const boundaries = [highestId(await read(0)), highestId(await read(1)), highestId(final)];
  const groups = groupSurvivors(final, { boundaries, classes: new Set(['Leaky']) });
  expect(groups).toMatchObject([{ className: 'Leaky', count: 100, perInterval: [50, 50] }]);
  expect(groups[0].retainerPath.join(' ▸ ')).toMatch(/Window [^▸]*\.registry ▸ Map\[key\] ▸ Leaky$/);
});

test('every node of a page retains what DevTools says', async () => {
  const final = await read(2);
  const theirs = await parse(new Blob([new Uint8Array(triple[2])]).stream().pipeThrough(new TextDecoderStream()));
  const nodeSizes = final.nodeSizes.map((_, ordinal) => theirs.nodes.getValue(theirs.nodeFieldCount * ordinal + 3));
  const retention = new Retention({ ...final, nodeSizes });
  expect(Array.from({ length: final.nodeCount }, (_, ordinal) => retention.ofNode(ordinal))).toEqual(
    Array.from(theirs.retainedSizes),
  );
});
