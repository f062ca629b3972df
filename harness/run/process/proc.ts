import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What Linux tells of one process. */
export interface ProcessEntry {
  pid: number;
  parent: number;
  /** Clock ticks between the machine's start and its own. */
  startedAt: number;
  /** A zombie holds nothing any more. */
  zombie: boolean;
}

/** Where the start time stands behind the parent, in Linux's `/proc/PID/stat`: field 22, the parent being field 4. */
const START_TIME = 22 - 5;

function readEntry(pid: number): ProcessEntry | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The command's name stands in parentheses and may hold spaces and parentheses itself.
    const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(parent), startedAt: Number(rest[START_TIME]), zombie: state === 'Z' };
  } catch {
    return null;
  }
}

/** Every process there is. */
export function listProcesses(): ProcessEntry[] {
  const entries: ProcessEntry[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const entry = readEntry(Number(name));
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** Whether the process was started with this text (`NAME=value`) in its environment. */
export function hasEnvironment(pid: number, assignment: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(assignment);
  } catch {
    return false;
  }
}

/** Resident bytes; 0 for a process that is gone. */
export function residentBytes(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Peak resident bytes; 0 for a process that is gone. */
export function peakResidentBytes(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Open file descriptors; 0 for a process that is gone. */
export function openDescriptors(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).filter((fd) => {
      try {
        readlinkSync(`/proc/${pid}/fd/${fd}`);
        return true;
      } catch {
        return false;
      }
    }).length;
  } catch {
    return 0;
  }
}
