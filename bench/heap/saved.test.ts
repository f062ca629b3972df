import { expect, test } from 'vitest';
import { foundWithPath, type Row } from './rows.ts';
import { withNewRows, withTables } from './saved.ts';

const row = (sizeMb: number, machine: string, more: Partial<Row> = {}): Row => ({
  machine,
  measuredAt: '2026-01-02',
  sizeMb,
  tool: 'steadyheap',
  cpuMs: 500,
  wallMs: 600,
  peakRssBytes: 150e6,
  runs: 3,
  fileBytes: 100e6,
  ...(more.tool === 'v8' ? {} : { leakFound: true }),
  ...more,
});

test('new rows take the place of those of their size and leave the others', () => {
  const saved = [row(5, 'old'), row(50, 'old'), row(1000, 'old')];
  const measured = [row(50, 'new'), row(5, 'new')];
  expect(withNewRows(saved, measured)).toEqual([row(5, 'new'), row(50, 'new'), row(1000, 'old')]);
});

test('rows of two machines stand in two tables, each with its own ratios', () => {
  const rows = [
    row(50, 'new machine'),
    row(50, 'new machine', { tool: 'memlab', cpuMs: 7000 }),
    row(1000, 'old machine', { tool: 'v8', cpuMs: 10_000 }),
    row(1000, 'old machine', { leakFound: false, withoutDominators: { cpuMs: 100, wallMs: 90, peakRssBytes: 50e6 } }),
  ];
  const page = withTables('Before\n<!-- bench:heap -->\nstale\n<!-- /bench:heap -->\nbehind\n', rows);
  expect(page.split('\n').filter((line) => !line.startsWith('|---') && !line.startsWith('| heap'))).toEqual([
    'Before',
    '<!-- bench:heap -->',
    '',
    'new machine, measured on 2026-01-02.',
    '',
    '| 50 MB | steadyheap | 0.50 s | 0.60 s | 150 MB | 1.5 | 14.0 × |  | yes |',
    '| 50 MB | memlab | 7.00 s | 0.60 s | 150 MB | 1.5 |  |  | yes |',
    '',
    'old machine, measured on 2026-01-02.',
    '',
    '| 1000 MB | V8, writing the triple | 10.00 s | 0.60 s | 150 MB | 1.5 |  |  |  |',
    '| 1000 MB | steadyheap | 0.50 s | 0.60 s | 150 MB | 1.5 |  | 5.0 % | no |',
    '| 1000 MB | steadyheap, survivors counted only | 0.10 s | 0.09 s | 50 MB | 0.5 |  | 1.0 % | no |',
    '',
    '<!-- /bench:heap -->',
    'behind',
    '',
  ]);
  expect(page.match(/\| heap \| tool/g)).toHaveLength(2);
});

test('a page without the marks is not touched', () => {
  expect(() => withTables('nothing', [])).toThrow('the page lacks the marks <!-- bench:heap -->');
});

test('a leak counts as found with its path only', () => {
  const path = 'global.world ▸ Object.registry ▸ Map[key] ▸ Leaky';
  expect(foundWithPath({ leaked: 1000, path })).toBe(true);
  expect(foundWithPath({ leaked: 999, path })).toBe(false);
  expect(foundWithPath({ leaked: 1000, path: '(Global handles) ▸ Leaky' })).toBe(false);
  expect(foundWithPath({ leaked: 1000 })).toBe(false);
});
