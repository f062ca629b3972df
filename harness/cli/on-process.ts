import { main } from './main.ts';

/** Runs the command line of a process and ends the process with its exit code. Ctrl-C stops what is being measured. */
export async function runOnProcess(process: NodeJS.Process): Promise<void> {
  const interrupted = new AbortController();
  let signals = 0;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => {
      signals++;
      // The second one does not wait for the cleaning up.
      if (signals > 1) process.exit(code);
      process.exitCode = code;
      interrupted.abort(new Error(`interrupted by ${signal}`));
    });
  }
  const { stdout, stderr, env } = process;
  const code = await main(process.argv.slice(2), {
    stdout,
    stderr,
    env,
    cwd: process.cwd(),
    signal: interrupted.signal,
  });
  process.exit(signals > 0 ? process.exitCode : code);
}
