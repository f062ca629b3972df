import { writeSync } from 'node:fs';

/** What a process has cost: CPU of all its threads, elapsed time, and its highest resident memory. */
export interface Cost {
  cpuMs: number;
  wallMs: number;
  peakRssBytes: number;
}

/**
 * Starts the meter and returns what stops it: prints the CPU and the time since, with the findings, as one line of JSON.
 * Called behind the imports, so that nobody pays for loading modules.
 */
export function startMeter(): (findings: Record<string, unknown>) => void {
  const cpu = process.cpuUsage();
  const start = performance.now();
  return (findings) => {
    const { user, system } = process.cpuUsage(cpu);
    const cost: Cost = {
      cpuMs: (user + system) / 1000,
      wallMs: performance.now() - start,
      peakRssBytes: process.resourceUsage().maxRSS * 1024,
    };
    writeSync(1, `${JSON.stringify({ ...cost, ...findings })}\n`);
  };
}
