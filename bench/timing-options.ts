import { checkJson, parseOptions, parseTimes } from './parse-options.ts';

/** What is asked of a benchmark that takes the medians of several runs. */
export interface TimingOptions {
  runs: number;
  /** File for the figures; null for none. */
  json: string | null;
  /** Whether to keep the figures in `bench/results/`. */
  save: boolean;
}

/** Reads the command line of `npm run COMMAND`. Throws a RequestError for what cannot be meant. */
export function timingOptions(command: string, args: readonly string[]): TimingOptions {
  const options = {
    runs: { type: 'string', default: '5' },
    json: { type: 'string' },
    save: { type: 'boolean', default: false },
  } as const;
  const usage = `npm run ${command} [-- --runs N] [--json FILE] [--save]`;
  const { runs, json = null, save } = parseOptions(args, options, usage);
  checkJson(json);
  return { runs: parseTimes('--runs', runs), json, save };
}
