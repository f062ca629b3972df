import type { Row } from './rows.ts';

const HEADER = [
  '| heap | tool | CPU | wall | peak RSS | memory / file | CPU of memlab / CPU | CPU / CPU of V8 writing | leak found |',
  '|---:|---|---:|---:|---:|---:|---:|---:|---|',
];

/**
 * The rows as Markdown: a table for each machine that they were measured on, as costs of two machines do not compare. Costs
 * are of the whole triple, from behind the loading of modules.
 */
export function toTables(rows: readonly Row[]): string {
  const byMachine = Map.groupBy(rows, ({ machine, measuredAt }) => `${machine}, measured on ${measuredAt}.`);
  return Array.from(byMachine, ([heading, own]) => `${heading}\n\n${toTable(own)}`).join('\n\n');
}

function toTable(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => {
    const peers = rows.filter(({ sizeMb }) => sizeMb === row.sizeMb);
    const line = cells(row, row.tool, row, peers);
    if (!row.withoutDominators) return [line];
    return [line, cells(row, 'steadyheap, survivors counted only', row.withoutDominators, peers)];
  });
  return [...HEADER, ...lines].join('\n');
}

function cells(row: Row, name: string, cost: Pick<Row, 'cpuMs' | 'wallMs' | 'peakRssBytes'>, peers: Row[]): string {
  const memlab = peers.find(({ tool }) => tool === 'memlab');
  const v8 = peers.find(({ tool }) => tool === 'v8');
  const isOurs = row.tool === 'steadyheap';
  const values = [
    `${row.sizeMb} MB`,
    name === 'v8' ? 'V8, writing the triple' : name,
    seconds(cost.cpuMs),
    seconds(cost.wallMs),
    `${Math.round(cost.peakRssBytes / 1e6)} MB`,
    (cost.peakRssBytes / row.fileBytes).toFixed(1),
    isOurs && memlab ? `${(memlab.cpuMs / cost.cpuMs).toFixed(1)} ×` : '',
    isOurs && v8 ? `${((100 * cost.cpuMs) / v8.cpuMs).toFixed(1)} %` : '',
    row.leakFound === undefined ? '' : row.leakFound ? 'yes' : 'no',
  ];
  return `| ${values.join(' | ')} |`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
