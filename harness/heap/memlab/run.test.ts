import { expect, test } from 'vitest';
import { type Kind, plantedTriple } from './fixtures/triple.ts';
import { runMemlab } from './index.ts';

const planted: { kind: Kind; className: string; lastStep: RegExp }[] = [
  { kind: 'instances', className: 'Leaky', lastStep: /^\(\d+\): Leaky$/ },
  { kind: 'listeners', className: 'closure onChange (planted.mjs:32)', lastStep: /^\[\d+\]: closure onChange$/ },
  { kind: 'timers', className: 'Timeout', lastStep: /: Timeout$/ },
  { kind: 'strings', className: 'string', lastStep: /^\[\d+\]: "text number \d+, long enough to be no symbol"$/ },
];

test.each(planted)('50 planted $kind are 50 survivors of $className in one place', async (leak) => {
  const triple = await plantedTriple(leak.kind, 'leaky');
  const report = await runMemlab({ ...triple, classes: [leak.className, 'Absent'] });
  expect(report).toMatchObject({
    survivors: 50,
    countsByClass: { [leak.className]: 50, Absent: 0 },
    clustered: 50,
    skipped: null,
  });
  const [biggest] = report.clusters;
  expect(biggest?.path[0]).toBe('(GC root)');
  expect(biggest?.path.at(-1)).toMatch(leak.lastStep);
  expect(biggest?.retainedBytes).toBeGreaterThanOrEqual((biggest?.count ?? 0) * 24);
  expect(report.cost.cpuMs).toBeGreaterThan(0);
  expect(report.cost.wallMs).toBeGreaterThan(0);
  expect(report.cost.peakRssBytes).toBeGreaterThan(50e6);
});

test.each(planted)('of 50 $kind released by the end nothing survives', async ({ kind, className }) => {
  const triple = await plantedTriple(kind, 'innocent');
  const report = await runMemlab({
    ...triple,
    classes: [className, 'Object', 'Map', 'Array', 'closure onChange', 'RegExp'],
  });
  expect(report).toMatchObject({ survivors: 0, clustered: 0, clusters: [], skipped: null });
});

test('closures of the same name on another line are no survivors', async () => {
  const triple = await plantedTriple('listeners', 'leaky');
  const classes = ['closure onChange (planted.mjs:31)', 'closure onChange'];
  const { countsByClass } = await runMemlab({ ...triple, classes });
  expect(countsByClass).toEqual({ 'closure onChange (planted.mjs:31)': 0, 'closure onChange': 50 });
});

test('classes that are not asked for are no survivors', async () => {
  const triple = await plantedTriple('instances', 'leaky');
  expect(await runMemlab({ ...triple, classes: [] })).toMatchObject({ survivors: 0, countsByClass: {}, clusters: [] });
});

test('the same triple gives the same report 20 times, two at a time, while another triple is analysed', async () => {
  const triple = await plantedTriple('timers', 'leaky', 400);
  const other = await plantedTriple('instances', 'leaky', 7);
  const reports = new Set<string>();
  for (let round = 0; round < 10; round++) {
    const request = { ...triple, classes: ['Timeout', 'closure (anonymous)'] };
    const [a, b, c] = await Promise.all([
      runMemlab(request),
      runMemlab(request),
      round === 0 ? runMemlab({ ...other, classes: ['Leaky'] }) : null,
    ]);
    for (const { cost, ...report } of [a, b]) {
      reports.add(JSON.stringify(report));
    }
    if (c) {
      expect(c.countsByClass).toEqual({ Leaky: 7 });
    }
  }
  expect(reports.size).toBe(1);
  expect(JSON.parse([...reports][0] ?? '').countsByClass).toEqual({ Timeout: 400, 'closure (anonymous)': 400 });
});

test('a heap above the limit is skipped with the reason', async () => {
  const triple = await plantedTriple('instances', 'leaky');
  const report = await runMemlab({ ...triple, classes: ['Leaky'], maxHeapBytes: 1e6 });
  expect(report).toMatchObject({ survivors: 0, countsByClass: {}, clusters: [] });
  expect(report.skipped).toMatch(/^The heap of \d+\.\d MB is above memlab's limit of 1\.0 MB\.$/);
});
