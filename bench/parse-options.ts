import { existsSync } from 'node:fs';
import path from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { RequestError } from '../harness/scenario/errors.ts';

/** Reads a command line. Throws a RequestError with the usage for what the options do not allow. */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ');
    throw new RequestError(`${sentence}: ${usage}`);
  }
}

/** The value of an option that counts from 1. Throws a RequestError for any other. */
export function parseTimes(option: string, written: string): number {
  const times = Number(written);
  if (Number.isInteger(times) && times >= 1) return times;
  throw new RequestError(`${option} ${written}: it takes a whole number of at least 1`);
}

/** Refuses a file for the figures whose folder is missing, before anything is measured. */
export function checkJson(json: string | null): void {
  if (json === null || existsSync(path.dirname(path.resolve(json)))) return;
  throw new RequestError(`--json ${json}: there is no such folder`);
}
