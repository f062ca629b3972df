import { writeSync } from 'node:fs';

/** What a process has cost: CPU of all its threads, time since its start, and its highest resident memory. */
export interface Cost {
  cpuMs: number;
  wallMs: number;
  peakRssBytes: number;
}

/** Prints what this process has cost so far, its start included, with its findings, as one line of JSON. */
export function report(findings: Record<string, unknown>): void {
  const { user, system } = process.cpuUsage();
  const cost: Cost = {
    cpuMs: (user + system) / 1000,
    wallMs: performance.now(),
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  };
  writeSync(1, `${JSON.stringify({ ...cost, ...findings })}\n`);
}
