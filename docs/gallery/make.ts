// Measures the leaks of docs/gallery.md anew and takes the pictures in it: npm run gallery [-- NAME...].
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findBrowser } from '../../harness/services/browser/index.ts';

/** What is shown of a report: a place in it, what is to be chosen there, and the parts between which the picture is cut. */
interface Picture {
  name: string;
  hash: string;
  choose?: { select: string; value: string };
  from: string;
  to: string;
}

interface Leak {
  name: string;
  fixed: string;
  pictures: Picture[];
}

const RUN = '#/run/0';
const cause: Picture = { name: 'cause', hash: RUN, from: 'h1', to: 'run-page > section:nth-of-type(1)' };
const classes: Picture = {
  name: 'classes',
  hash: RUN,
  from: 'section:has(table.classes)',
  to: 'section:has(.tree)',
};
const versions = (value: string): Picture => ({
  name: 'fixed',
  hash: '#/versions/0',
  choose: { select: '#overlay-metric', value },
  from: 'metric-chart',
  to: 'table.runs',
});

const LEAKS: Leak[] = [
  { name: 'p-map-abort-signal', fixed: 'p-map@7.0.3', pictures: [cause, classes, versions('Heap')] },
  { name: 'lru-cache-evicted-by-size', fixed: 'lru-cache@7.8.1', pictures: [cause, classes, versions('Heap')] },
  {
    name: 'multer-aborted-uploads',
    fixed: 'multer@2.3.0',
    pictures: [{ ...cause, to: '.charts metric-chart' }, versions('Descriptors')],
  },
];

const HERE = import.meta.dirname;
const CLI = path.join(HERE, '..', '..', 'harness', 'cli', 'steadyheap.mjs');
/** Wide enough for the columns, and narrow enough to be read in a page of text. */
const WIDTH = 1120;
/** Around what is shown, in pixels. */
const MARGIN = 12;

/** Runs the command line; a leak that is found is its answer. */
function steadyheap(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  if (status === null || status > 1) throw new Error(`steadyheap ${args.join(' ')} ended with ${status}: ${stderr}`);
}

/** Measures the leaking version and explains it, then the fixed one. Returns the report of both. */
function reportOf({ name, fixed }: Leak, folder: string): string {
  const scenario = path.join(HERE, `${name}.scenario.ts`);
  const [leak, calm, html] = ['leak.json', 'fixed.json', 'report.html'].map((file) => path.join(folder, name, file));
  const out = path.join(folder, name);
  steadyheap('explain', scenario, '--out', out, '--json', leak as string);
  steadyheap('run', scenario, '--package', fixed, '--out', out, '--json', calm as string);
  steadyheap('report', leak as string, calm as string, '--html', html as string);
  return html as string;
}

async function take(page: Page, report: string, { name, hash, choose, from, to }: Picture, prefix: string) {
  await page.goto(`${pathToFileURL(report).href}${hash}`);
  // The fragment alone does not load the page anew.
  await page.reload();
  await page.waitForSelector(from);
  if (choose !== undefined) await page.select(choose.select, choose.value);
  const [first, last] = await Promise.all([from, to].map((selector) => boxOf(page, selector)));
  const top = (first?.y ?? 0) - MARGIN;
  const height = (last?.y ?? 0) + (last?.height ?? 0) + MARGIN - top;
  const file = path.join(HERE, `${prefix}.${name}.png`);
  await page.screenshot({ path: file as `${string}.png`, clip: { x: 0, y: top, width: WIDTH, height } });
  console.log(path.relative(process.cwd(), file));
}

async function boxOf(page: Page, selector: string) {
  const box = await (await page.waitForSelector(selector))?.boundingBox();
  if (box === null || box === undefined) throw new Error(`${selector} is not to be seen in the report`);
  return box;
}

async function picturesOf(browser: Browser, leak: Leak, folder: string): Promise<void> {
  const report = reportOf(leak, folder);
  const page = await browser.newPage();
  await page.setViewport({ width: WIDTH, height: 800 });
  for (const picture of leak.pictures) await take(page, report, picture, leak.name);
  await page.close();
}

const wanted = process.argv.slice(2);
const leaks = LEAKS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const folder = mkdtempSync(path.join(tmpdir(), 'steadyheap-gallery-'));
const browser = await puppeteer.launch({ ...(await findBrowser()) });
try {
  for (const leak of leaks) await picturesOf(browser, leak, folder);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
