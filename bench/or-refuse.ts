import { RequestError } from '../harness/scenario/errors.ts';

/** What a command is asked for. When that was wrong, says what in one sentence and ends the process with 2. */
export function orRefuse<Options>(command: string, read: () => Options): Options {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    console.error(`${command}: ${error.message}`);
    process.exit(2);
  }
}
