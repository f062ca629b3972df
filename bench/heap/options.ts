import { RequestError } from '../../harness/scenario/errors.ts';
import { checkJson, parseOptions } from '../parse-options.ts';

/** What is asked of the benchmark. */
export interface HeapBenchOptions {
  /** Megabytes of the heaps that are made. */
  sizes: number[];
  /** Of each tool on each heap; odd, so that there is a median. */
  runs: number;
  /** File for the rows; null for none. */
  json: string | null;
  /** Whether to keep the rows in `bench/results/` and in the page of documentation. */
  save: boolean;
  /** Whether the peers are measured on heaps that they take minutes for. */
  allPeers: boolean;
}

/** How the command is written. */
export const USAGE = 'npm run bench:heap [-- --sizes MB,MB...] [--runs N] [--json FILE] [--save] [--all-peers]';

function parse(args: readonly string[]) {
  const options = {
    sizes: { type: 'string', default: '5,50,200' },
    runs: { type: 'string', default: '3' },
    json: { type: 'string' },
    save: { type: 'boolean', default: false },
    'all-peers': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  return parseOptions(args, options, USAGE);
}

/** Reads the command line; null when help is asked for. Throws a RequestError for what cannot be meant. */
export function heapOptions(args: readonly string[]): HeapBenchOptions | null {
  const { help, sizes, runs, json = null, save, 'all-peers': allPeers } = parse(args);
  if (help) return null;
  const megabytes = sizes.split(',').map(Number);
  if (!megabytes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new RequestError(`--sizes ${sizes}: it takes whole megabytes, such as 5,50`);
  }
  const times = Number(runs);
  if (!Number.isInteger(times) || times < 1 || times % 2 === 0) {
    throw new RequestError(`--runs ${runs}: it takes an odd number, of which there is a median`);
  }
  checkJson(json);
  return { sizes: megabytes, runs: times, json, save, allPeers };
}
