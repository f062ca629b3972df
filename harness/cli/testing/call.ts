import { PassThrough } from 'node:stream';
import { main } from '../main.ts';

/** How a call of the command line ended, and what it printed. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
}

interface Call {
  cwd: string;
  signal?: AbortSignal;
  /** Told each time something is printed to stderr. */
  onError?: () => void;
}

/** Calls the command line in this process, as if it had been started in `cwd`, without a terminal or an environment. */
export async function call(args: string[], { cwd, signal, onError }: Call): Promise<Outcome> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  let [out, err] = ['', ''];
  stdout.on('data', (chunk) => {
    out += chunk;
  });
  stderr.on('data', (chunk) => {
    err += chunk;
    onError?.();
  });
  const streams = { stdout, stderr } as unknown as { stdout: NodeJS.WriteStream; stderr: NodeJS.WriteStream };
  const code = await main(args, { ...streams, env: {}, cwd, signal: signal ?? new AbortController().signal });
  return { code, out, err };
}
