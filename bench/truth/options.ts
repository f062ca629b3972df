import { RequestError } from '../../harness/scenario/errors.ts';
import { checkJson, parseOptions, parseTimes } from '../parse-options.ts';
import { PEERS } from './peers/index.ts';
import { OURS } from './tasks.ts';

/** What is asked of a measurement. */
export interface TruthOptions {
  /** Only the cases whose id contains it; empty for all. */
  only: string;
  tools: string[];
  repeat: number;
  /** Goes on with a measurement that was broken off. */
  resume: boolean;
  /** File for the figures; null for none. */
  json: string | null;
  writeDocs: boolean;
}

const TOOLS = [OURS, ...Object.keys(PEERS)];
const USAGE =
  'npm run truth [-- --only WORD] [--tools NAME,NAME...] [--repeat N] [--resume] [--json FILE] [--write-docs]';

function parse(args: readonly string[]) {
  const options = {
    only: { type: 'string', default: '' },
    tools: { type: 'string', default: TOOLS.join(',') },
    repeat: { type: 'string', default: '1' },
    resume: { type: 'boolean', default: false },
    json: { type: 'string' },
    'write-docs': { type: 'boolean', default: false },
  } as const;
  return parseOptions(args, options, USAGE);
}

/** Reads the command line. Throws a RequestError for what cannot be meant. */
export function truthOptions(args: readonly string[]): TruthOptions {
  const { only, tools, repeat, resume, json = null, 'write-docs': writeDocs } = parse(args);
  const times = parseTimes('--repeat', repeat);
  const names = tools.split(',').filter(Boolean);
  const unknown = names.find((name) => !TOOLS.includes(name));
  if (unknown !== undefined) throw new RequestError(`--tools ${unknown}: there are ${TOOLS.join(', ')}`);
  checkJson(json);
  if (writeDocs && only !== '') throw new RequestError('--write-docs tells of all scenarios: leave out --only');
  return { only, tools: names, repeat: times, resume, json, writeDocs };
}
