/** What a command may touch of the world. */
export interface World {
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Aborted when the user interrupts. */
  signal: AbortSignal;
}
