import { expect, test } from 'vitest';
import { plantedTriple } from './fixtures/triple.ts';
import { runMemlab } from './index.ts';

test('a leaked linked list of 40,000 is counted whole and clustered as far as paths are short', async () => {
  const triple = await plantedTriple('links', 'leaky', 40_000);
  const report = await runMemlab({ ...triple, classes: ['Link'] });
  expect(report.countsByClass).toEqual({ Link: 40_000 });
  expect(report.clustered).toBeGreaterThan(10);
  expect(report.clustered).toBeLessThan(100);
  expect(Math.max(...report.clusters.map(({ path }) => path.length))).toBeLessThanOrEqual(100);
});

test('40,000 survivors on alike paths are all clustered', async () => {
  const triple = await plantedTriple('instances', 'leaky', 40_000);
  const report = await runMemlab({ ...triple, classes: ['Leaky'] });
  expect(report).toMatchObject({ survivors: 40_000, clustered: 40_000 });
  expect(report.clusters).toHaveLength(1);
});

test('of 20,000 survivors on unlike paths 1,000 are clustered and all are counted', async () => {
  const triple = await plantedTriple('scattered', 'leaky', 20_000);
  const report = await runMemlab({ ...triple, classes: ['Leaky'] });
  expect(report.countsByClass).toEqual({ Leaky: 20_000 });
  expect(report.clustered).toBe(1_000);
});
