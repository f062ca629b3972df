import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { compare } from '../../compare/compare.ts';
import type { Comparison } from '../../compare/comparison.ts';
import { parseRule } from '../../compare/rules.ts';
import type { ResultFile } from '../../run/result.ts';
// biome-ignore lint/style/noRestrictedImports: the page is tested in a real browser, which services finds
import { findBrowser } from '../../services/browser/index.ts';
import { resultFile } from '../result-file.ts';
import { CRASH, KNOWN, LEAK, runOf } from '../testing/run-result.ts';
import { doubledSamples, samplesOf } from '../testing/samples.ts';
import { preparePage } from './prepare-page.ts';
import { bigResults } from './testing/big-results.ts';
import { explanationOf } from './testing/explanation.ts';
import { writeReport } from './write-report.ts';

const EVIL = '</script><img src=x onerror="document.title=1"><b>&amp;';

/** Every kind of run, the leaking ones with names that try to be markup. */
function everyKind(): ResultFile {
  const leak = {
    ...LEAK,
    samples: samplesOf({ rate: 12_345, fields: { handles: { [EVIL]: 3 }, gauges: { rows: 4 } } }),
    classes: ['DataSource', EVIL].map((name, i) => ({
      name,
      perIteration: 2,
      count: 200,
      perInterval: [100, 100 - 60 * i],
      shallowBytes: 6400,
      retainedBytes: 1_234_567 / (i + 1),
      retainerPath: ['(GC roots)', 'Registry.sources', 'Map', name],
      definedAt: 'src/registry.ts:12',
      allocatedAt: ['open (src/registry.ts:14)', EVIL],
      package: null,
    })),
    memlab: {
      survivors: 200,
      clusters: [
        { count: 200, retainedBytes: 999, path: ['a', ...Array.from({ length: 90 }, () => '.next: b'), EVIL] },
      ],
      note: EVIL,
    },
    speed: { opsPerSecondStart: 1000, opsPerSecondEnd: 900, slowdown: 1.11, gcMsPerIteration: 0.02 },
    reason: EVIL,
    explanation: explanationOf(EVIL, folder),
  };
  const clean = runOf({
    scenario: LEAK.scenario,
    package: { name: 'juggler', version: '8.0.0' },
    samples: samplesOf({ rate: 0 }),
    baseline: { change: 'better' as const, reason: 'it held 12.3 kB more' },
  });
  const lines = { ...KNOWN, cause: [`\`lockers\`, a Map, grows. ${EVIL}`] };
  return resultFile(
    [leak, clean, lines, { ...CRASH, log: path.join(folder, 'dead.log') }],
    new Date('2026-11-20T12:00:00Z'),
    folder,
  );
}

let folder: string;
let browser: Browser;
let axe: string;
const pages: Page[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-report-'));
  await writeFile(path.join(folder, 'dead.log'), `last words ${EVIL}\n`);
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  browser = await puppeteer.launch({ ...(await findBrowser()) });
});
afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

interface OpenOptions {
  width?: number;
  theme?: string;
  comparison?: Comparison;
}

/** Opens a report; what the page complains of or asks the network for is gathered. */
async function open(results: ResultFile, { width = 1600, theme = 'light', comparison }: OpenOptions = {}) {
  const file = path.join(folder, 'report.html');
  await writeReport(file, results, folder, comparison === undefined ? {} : { comparison });
  const page = await browser.newPage();
  pages.push(page);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  const url = pathToFileURL(file).href;
  await page.goto(url);
  const go = async (hash: string) => {
    await page.goto(`${url}${hash}`);
    await page.waitForSelector('h1');
  };
  return { page, complaints, go, text: () => page.$eval('main', (main) => main.textContent ?? '') };
}

/** What makes the page wider than the window: nothing, unless the page is. */
const TOO_WIDE = `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('*')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth)
  .map(({ tagName, className }) => tagName + '.' + className)`;

/** The faults that axe finds. */
const AXE = () => `${axe};axe.run(document, { resultTypes: ['violations'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`;

const ROUTES = ['#/', '#/run/0', '#/run/1', '#/run/2', '#/run/3', '#/versions', '#/versions/0'];

test.each([
  [360, 'light'],
  [360, 'dark'],
  [1000, 'light'],
  [1100, 'light'],
  [1600, 'light'],
  [1600, 'dark'],
])('at %i px, %s, every page fits, has no fault that axe finds, and complains of nothing', async (width, theme) => {
  const { page, complaints, go } = await open(everyKind(), { width, theme });
  for (const route of ROUTES) {
    await go(route);
    expect(await page.evaluate(TOO_WIDE), route).toEqual([]);
    expect(await page.evaluate(AXE()), route).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

test('one clicks from the list to a run, to its versions and back, and the list is as it was left', async () => {
  const { page, complaints } = await open(everyKind());
  const heading = () => page.$eval('h1', (element) => element.textContent);
  expect(await heading()).toBe('2 of 4 runs failed');
  await page.type('input[type=search]', 'model');
  expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBe(2);
  await page.click('tbody th a');
  await page.waitForSelector('run-page');
  expect(await heading()).toBe('model registration');
  await page.click('.neighbours a');
  await page.waitForSelector('overview-page');
  expect(await page.$eval('input[type=search]', (input) => (input as { value: string }).value)).toBe('model');
  await page.click('header nav a:nth-child(2)');
  await page.waitForSelector('table.heat');
  expect(await page.$$eval('section:first-of-type tbody td', (cells) => cells.map((cell) => cell.textContent))).toEqual(
    ['✗ 12.3 kB', '✓ 0 B'],
  );
  await page.select('#heat-metric', 'objects/iteration');
  await page.click('table.heat th a');
  await page.waitForSelector('scenario-versions-page canvas');
  await page.select('#overlay-metric', 'Resident memory');
  expect(complaints).toEqual([]);
});

test.each([360, 1600])(
  'the report of a comparison opens with the versions side by side, at %i px too',
  async (width) => {
    const [leak, clean] = everyKind().runs;
    const columns = [clean, leak].map((run) => ({ written: null, rounds: [run] as const }));
    const rules = [parseRule('new-class')];
    const compared = compare({ columns, rules, incomplete: null, file: 'a.ts', startedAt: new Date(0), wallMs: 0 });
    const runs = { ...everyKind(), runs: [clean, leak] };
    const { page, complaints, text } = await open(runs, { width, comparison: compared });
    await page.waitForSelector('scenario-versions-page');
    const charts = await page.$$eval('growth-chart svg', (all) => all.map((each) => each.getAttribute('aria-label')));
    expect(charts).toEqual([
      'Heap per iteration: 8.0.0 0 B, 7.0.3 12.3 kB.',
      'Objects per iteration: 8.0.0 0, 7.0.3 2.',
    ]);
    const circles = await page.$$eval('growth-chart circle', (all) =>
      all.map((each) => Number(each.getAttribute('cy'))),
    );
    expect(circles[1]).toBeLessThan(circles[0]);
    const shown = await text();
    expect(shown).toContain('✗ failed 7.0.3 is worse than 8.0.0: it leaks, objects from 0/iteration to 2/iteration');
    expect(shown).toContain(`new-class: new among what grows: DataSource, ${EVIL}`);
    expect(shown).toContain('DataSource, kept by (GC roots) ▸ Registry.sources ▸ Map ▸ DataSource');
    const worse = await page.$$eval('.comparison .change-worse', (all) => all.map((each) => each.textContent));
    expect(worse[0]).toBe('leak\nworse');
    expect(await page.$$eval('.comparison tbody th', (all) => all.map((each) => each.textContent))).toContain(
      'DataSource (new)',
    );
    expect(await page.$$eval('img, b', (all) => all.length)).toBe(0);
    expect(await page.evaluate(TOO_WIDE)).toEqual([]);
    expect(await page.evaluate(AXE())).toEqual([]);
    await page.click('header nav a:first-child');
    await page.waitForSelector('overview-page');
    expect(complaints).toEqual([]);
  },
);

test.each([360, 390])(
  'at %i px a chart of a few versions fits, one of many says that it is scrolled',
  async (width) => {
    const growing = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        runOf({ package: { name: 'juggler', version: `7.0.${i}` }, growth: { heapBytes: 1000 * i } }),
      );
    const view = 'growth-chart .scroll';
    const few = await open(resultFile(growing(4), new Date(0), folder), { width });
    await few.go('#/versions/0');
    expect(
      await few.page.$eval(view, (box) => [box.scrollWidth - box.clientWidth, box.hasAttribute('tabindex')]),
    ).toEqual([0, false]);
    expect(await few.page.$eval('growth-chart .hint', (hint) => hint.checkVisibility())).toBe(false);
    const many = await open(resultFile(growing(20), new Date(0), folder), { width });
    await many.go('#/versions/0');
    expect(await many.page.$eval('growth-chart .hint', (hint) => hint.checkVisibility())).toBe(true);
    const fades = () => many.page.$eval('growth-chart scroll-box', (box) => box.getAttributeNames().sort());
    expect(await fades()).toEqual(['data-after']);
    expect(await many.page.evaluate(AXE())).toEqual([]);
    await many.page.focus(view);
    expect(await many.page.$eval(view, (box) => box.getAttribute('aria-label'))).toBe('Heap per iteration');
    await many.page.keyboard.press('ArrowRight');
    await many.page.waitForFunction('document.querySelector("growth-chart .scroll").scrollLeft > 0');
    await many.page.waitForSelector('growth-chart scroll-box[data-before][data-after]');
    await many.page.$eval(view, (box) => box.scrollTo({ left: box.scrollWidth, behavior: 'instant' }));
    await many.page.waitForSelector('growth-chart scroll-box[data-before]:not([data-after])');
    expect(await many.page.evaluate(TOO_WIDE)).toEqual([]);
  },
);

test('a figure of a chart stands above its own interval, which does not cross it', async () => {
  const growth = { heapBytes: 0, heapBytesLow: -20, heapBytesHigh: 300 };
  const runs = [growth, { heapBytes: 0, heapBytesLow: 0, heapBytesHigh: 0 }].map((each, i) =>
    runOf({ package: { name: 'juggler', version: `7.0.${i}` }, growth: each }),
  );
  const { page, go } = await open(resultFile(runs, new Date(0), folder));
  await go('#/versions/0');
  const edges = (selector: string, edge: 'top' | 'bottom') =>
    page.$$eval(
      `growth-chart:first-of-type ${selector}`,
      (all, side) => all.map((each) => each.getBoundingClientRect()[side]),
      edge,
    );
  const [figures, intervals] = [await edges('.figure', 'bottom'), await edges('.whiskers', 'top')];
  expect(figures).toHaveLength(2);
  for (const [i, bottom] of figures.entries()) expect(bottom).toBeLessThan(intervals[i] as number);
});

test('the list can be sorted and cut down by keyboard', async () => {
  const { page } = await open(everyKind());
  const first = () => page.$eval('tbody th', (cell) => cell.textContent);
  await page.focus('thead th:first-child button');
  await page.keyboard.press('Enter');
  expect(await page.$eval('thead th:first-child', (head) => head.getAttribute('aria-sort'))).toBe('ascending');
  expect(await first()).toBe('model registration');
  await page.keyboard.press('Enter');
  expect(await first()).toBe('pdf failures');
  await page.focus('.outcomes input');
  await page.keyboard.press('Space');
  expect(await page.$$eval('tbody .failed', (cells) => cells.length)).toBe(0);
});

test('the tree of what keeps the survivors is opened by keyboard, and the rest of a long list of classes too', async () => {
  const results = everyKind();
  const [leak] = results.runs;
  const classes = Array.from({ length: 20 }, (_, i) => ({
    ...leak.classes[0],
    name: `Class${i}`,
    retainerPath: ['(GC roots)', `Holder${i % 2}`, ...(i > 15 ? ['Deep', 'Deeper'] : []), `Class${i}`],
  }));
  const { page, go } = await open({ ...results, runs: [{ ...leak, classes }] });
  await go('#/run/0');
  const unfolded = () => page.$$eval('.tree details[open]', (all) => all.length);
  const before = await unfolded();
  await page.focus('.tree details:not([open]) > summary');
  await page.keyboard.press('Enter');
  expect(await unfolded()).toBe(before + 1);
  const rows = () => page.$$eval('table.classes tbody tr', (all) => all.length);
  expect(await rows()).toBe(12);
  await page.focus('section:has(table.classes) button');
  await page.keyboard.press('Space');
  expect(await rows()).toBe(20);
});

test('a run’s page shows its samples, classes, what keeps them, memlab’s clusters, speed, cost and log', async () => {
  const { go, text, page } = await open(everyKind());
  await go('#/run/0');
  const headings = await page.$$eval('section > h2', (all) => all.map((each) => each.textContent));
  expect(headings).toEqual([
    'Cause',
    'Samples',
    'Classes that grew',
    'Survivors by what keeps them',
    'Where they were allocated',
    'memlab’s clusters',
    'After teardown',
    'Speed',
    'Cost',
  ]);
  const charts = await page.$$eval('metric-chart .chart-title', (all) => all.map((each) => each.textContent));
  expect(charts).toContain('Heap since the baseline');
  expect(charts).toContain('Gauges');
  expect(await page.$$eval('metric-chart canvas', (all) => all.length)).toBe(charts.length);
  const steps = await page.$$eval('.steps li', (all) => all.map((each) => each.textContent));
  expect(steps).toEqual(['a', '.next: b, 90 times in a row', EVIL]);
  const shown = await text();
  expect(shown).toContain('200 objects of the classes that grew outlive teardown');
  expect(shown).toContain(`called by ${EVIL}DataSource, ${EVIL}`);
  expect(shown).toContain('100 from iterations 0 to 50, 40 from iterations 50 to 100');
  expect(await page.$$eval('svg.intervals rect', (bars) => bars.map((bar) => bar.getAttribute('height')))).toEqual([
    '24.0',
    '24.0',
    '24.0',
    '9.6',
  ]);
  await go('#/run/3');
  expect(await text()).toContain(`last words ${EVIL}`);
});

const CARD = 'run-page > section:first-of-type';

test('the cause is told with its evidence, what quotes code as code, and who did it before how they came to it', async () => {
  const { page, go } = await open(everyKind());
  await go('#/run/0');
  const of = (selector: string) => page.$$eval(`${CARD} ${selector}`, (all) => all.map((each) => each.textContent));
  expect(await of('h3')).toEqual([
    `1. ${EVIL}: 200 in 100 iterations, retaining 64 kB`,
    `100 timers made in the measured iterations are still open, such as ${EVIL}`,
  ]);
  expect(await of('.leaks > .quiet')).toEqual(['Found in a second pass of 100 iterations, which notes who allocates.']);
  expect(await of('.kind li')).toEqual([
    `200 more of its entries are ${EVIL} after the measured iterations than before`,
    'it is reached by way of SessionStore at my-sessions/store.js:5',
  ]);
  expect(await of('.kind code')).toEqual(['SessionStore.sessionsById', 'delete()']);
  expect((await of('')).join()).not.toContain('`');
  expect(await of('.kept li')).toEqual(['(GC roots)', '▸ SessionStore.sessionsById', '▸ Map[key]', `▸ ${EVIL}`]);
  const telling = [
    'open at my-sessions/store.js:42 package',
    'called by iterate at scenarios/sessions.scenario.ts:14 scenario',
  ];
  expect(await of('.graph .stack > .frames > li')).toEqual([
    ...telling,
    'called by emit at emittery/index.js:7 dependency',
  ]);
  expect(await of('.graph + h3, article:last-of-type .stack > .frames > li')).toEqual(telling);
  await go('#/run/2');
  expect(await of('.cause code')).toEqual(['lockers']);
});

test('the whole stack is unfolded by keyboard, and Node’s own functions in a row once more', async () => {
  const { page, go } = await open(everyKind());
  await go('#/run/0');
  const seen = () =>
    page.$$eval('.graph .whole code', (all) =>
      all.filter((each) => each.checkVisibility()).map((each) => each.textContent),
    );
  expect(await seen()).toEqual([]);
  await page.focus('.graph .stack > details > summary');
  await page.keyboard.press('Enter');
  expect(await seen()).toEqual(['set', 'emit', 'nextTick', 'open', 'iterate']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await seen()).toEqual(['set', 'emit', 'nextTick', 'emitWarning', 'nextTick', 'open', 'iterate']);
});

test.each([
  [360, 'under'],
  [1600, 'beside'],
])('at %i px, who allocated a leak stands %s what keeps it', async (width, place) => {
  const { page, go } = await open(everyKind(), { width });
  await go('#/run/0');
  const [kept, allocated] = await page.$$eval('.graph > div', (all) =>
    all.map((each) => each.getBoundingClientRect()).map(({ x, y, right, bottom }) => ({ x, y, right, bottom })),
  );
  if (place === 'beside') expect([allocated.y, allocated.x > kept.right]).toEqual([kept.y, true]);
  else expect([allocated.x, allocated.y > kept.bottom]).toEqual([kept.x, true]);
});

test.each([360, 1600])('a class name of thousands of characters leaves the page readable, at %i px', async (width) => {
  const name = `Generated${'Very'.repeat(1500)}Long`;
  const unbroken = 'Shorter'.repeat(25);
  const message = `objects grow by 2 per iteration: ${name} by 2, kept by (GC roots) ▸ ${name}`;
  const [leak] = everyKind().runs;
  const [grown] = leak.classes;
  const run = {
    ...leak,
    scenario: name,
    reason: `O${message.slice(1)}.`,
    failures: [{ threshold: 'objects', limit: 0, actual: 2, message }],
    classes: [{ ...grown, name, retainerPath: ['(GC roots)', name], allocatedAt: [`${name} (a.ts:1)`] }],
    memlab: {
      survivors: 1,
      clusters: [name, unbroken].map((last) => ({ count: 1, retainedBytes: 1, path: [last] })),
      note: unbroken,
    },
    afterTeardown: { ...leak.afterTeardown, handles: { [unbroken]: 1 } },
    explanation: explanationOf(name, folder),
    samples: samplesOf({ rate: 16, fields: { gauges: { [name]: 4 } } }),
  };
  const { page, go, text, complaints } = await open(resultFile([run, run], new Date(0), folder), { width });
  for (const route of ['#/', '#/run/0', '#/versions', '#/versions/0']) {
    await go(route);
    expect(await page.evaluate(TOO_WIDE), route).toEqual([]);
    expect(await page.evaluate(AXE()), route).toEqual([]);
    const words = (await text()).split(/\s+/).map((word) => word.length);
    // What stands beside each other is one word here; a name alone would be 1,000.
    expect(Math.max(...words), route).toBeLessThan(500);
  }
  await go('#/run/0');
  const [title] = await page.$$eval('.classes .shortened', (all) => all.map((each) => each.getAttribute('title')));
  expect(title).toMatch(/^Generated(Very){100}.*(Very){100}Long$/);
  expect(title?.length).toBeLessThanOrEqual(1000);
  expect(await page.$$eval('.failures', (all) => all.length), 'the reason has told it').toBe(0);
  expect(complaints).toEqual([]);
});

test('the small line of a constant leak is straight, however often its run was doubled', async () => {
  const samples = doubledSamples((iteration) => 1672 * iteration);
  const { page } = await open(resultFile([runOf({ samples, growth: { heapBytes: 1672 } })], new Date(0), folder));
  const path = await page.$eval('.spark path', (line) => line.getAttribute('d') ?? '');
  const points = path
    .slice(1)
    .split('L')
    .map((point) => point.split(' ').map(Number));
  const [[x0, y0], [x1, y1]] = [points[0], points.at(-1)] as [number[], number[]];
  expect(points.length).toBeGreaterThan(10);
  for (const [x, y] of points) expect(Math.abs(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0) - y)).toBeLessThan(0.2);
});

test('nothing that was measured is read as markup', async () => {
  const { page, go } = await open(everyKind());
  for (const route of ROUTES) {
    await go(route);
    expect(await page.$$eval('img, b', (all) => all.length), route).toBe(0);
    expect(await page.title()).not.toBe('1');
  }
});

test('the colours follow the choice, and a chart is painted anew', async () => {
  const { page, go } = await open(everyKind());
  await go('#/run/0');
  const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const picture = () => page.$eval('canvas', (canvas) => (canvas as unknown as { toDataURL(): string }).toDataURL());
  const [light, painted] = [await background(), await picture()];
  await page.select('header select', 'dark');
  expect(await background()).not.toBe(light);
  expect(await picture()).not.toBe(painted);
});

test('the style sheets stand in the order in which they are imported, whichever is read first', async () => {
  const pages = await Promise.all(Array.from({ length: 6 }, async () => (await preparePage())('')));
  expect(new Set(pages).size).toBe(1);
  const marks = ['.uplot', 'color-scheme: light dark;', '.neighbours {', '(max-width: 1099px)', '@media print'];
  const places = marks.map((mark) => pages[0].indexOf(mark));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('where counts have risen, their charts come before those of the memory', async () => {
  const risen = runOf({
    samples: samplesOf({ rate: 0, fields: { handles: { Timeout: 1 }, gauges: { rows: 4 } } }),
    growth: { fds: 1 },
  });
  const { page, go } = await open(resultFile([risen], new Date(), folder));
  await go('#/run/0');
  const charts = await page.$$eval('metric-chart .chart-title', (all) => all.map((each) => each.textContent));
  expect(charts).toEqual([
    'Heap since the baseline',
    'Descriptors and processes',
    'Heap as read',
    'Outside the heap',
    'Resident memory',
    'Handles and timers',
    'Gauges',
  ]);
});

test('printed, every part is open and the page is light', async () => {
  const { page, go } = await open(everyKind(), { theme: 'dark' });
  await go('#/run/0');
  await page.emulateMediaType('print');
  expect(await page.$eval('.bar', (bar) => getComputedStyle(bar).display)).toBe('none');
  const pdf = await page.pdf();
  expect(pdf.length).toBeGreaterThan(10_000);
  expect(await page.$$eval('details:not([open])', (all) => all.length)).toBe(0);
});

test('a report of 200 scenarios on ten versions has less than 5 MB and lists all its runs', async () => {
  const { page, complaints, go } = await open(bigResults());
  expect((await stat(path.join(folder, 'report.html'))).size).toBeLessThan(5_000_000);
  await page.waitForFunction('document.querySelectorAll("tbody tr").length === 2000');
  await go('#/versions');
  expect(await page.$$eval('table.heat tbody tr', (rows) => rows.length)).toBe(200);
  expect(complaints).toEqual([]);
});
