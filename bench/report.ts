// How long a report of 200 scenarios on ten versions takes to open in Chromium, and a plain page with the same rows:
// node bench/report.ts [--runs 5] [--json FILE] [--save]. The two take turns, each time in a new tab.
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer';
import { bigResults } from '../harness/report/html/testing/big-results.ts';
import { writeReport } from '../harness/report/html/write-report.ts';
import { findBrowser } from '../harness/services/browser/index.ts';
import { median } from './median.ts';
import { orRefuse } from './or-refuse.ts';
import { type Opening, openPage } from './report/open-page.ts';
import { plainPage } from './report/plain-page.ts';
import { timingOptions } from './timing-options.ts';

const COMMAND = 'bench:report';
const { runs: times, json, save } = orRefuse(COMMAND, () => timingOptions(COMMAND, process.argv.slice(2)));
const folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-bench-'));
const results = bigResults();
const report = path.join(folder, 'report.html');
const plain = path.join(folder, 'plain.html');
const browser = await puppeteer.launch({ ...(await findBrowser()) });
try {
  const startedAt = performance.now();
  await writeReport(report, results, folder);
  const writeMs = Math.round(performance.now() - startedAt);
  await writeFile(plain, plainPage(results));
  const openings: { report: Opening; plain: Opening }[] = [];
  for (let i = 0; i < times; i++) {
    openings.push({
      plain: await openPage(browser, plain, results.runs.length),
      report: await openPage(browser, report, results.runs.length),
    });
  }
  const row = (read: (opening: { report: Opening; plain: Opening }) => Opening) => ({
    paintMs: Math.round(median(openings.map((each) => read(each).paintMs))),
    listMs: Math.round(median(openings.map((each) => read(each).listMs))),
    cpuMs: Math.round(median(openings.map((each) => read(each).cpuMs))),
  });
  const figures = {
    machine: `Node ${process.version}, ${await browser.version()}, ${process.platform}-${process.arch}, ${cpus().length} CPUs`,
    runs: times,
    bytes: (await stat(report)).size,
    writeMs,
    plain: row((each) => each.plain),
    report: row((each) => each.report),
  };
  const ratio = Number((figures.report.cpuMs / figures.plain.cpuMs).toFixed(2));
  console.log(`${figures.machine}, medians of ${times}; ${results.runs.length} runs, ${figures.bytes} bytes`);
  console.table({ plain: figures.plain, report: figures.report });
  console.log(`written in ${writeMs} ms; CPU time of the report over that of the plain page: ${ratio}`);
  const text = `${JSON.stringify({ ...figures, ratio }, null, 2)}\n`;
  if (json !== null) await writeFile(json, text);
  if (save) {
    const saved = path.join(import.meta.dirname, 'results', 'report.json');
    await mkdir(path.dirname(saved), { recursive: true });
    await writeFile(saved, text);
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
