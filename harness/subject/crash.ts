import { reply } from './channel.ts';
import type { SubjectFailure } from './protocol.ts';

/** Node's exit code when nothing is left to wait for but a promise. */
const UNSETTLED = 13;
const NEVER_SETTLES = 'nothing is left that could settle its promise';

let doing: () => string = () => 'starting';
let told = false;

/** Sets how to tell what the subject is doing, should it die. */
export function setActivity(tell: () => string): void {
  doing = tell;
}

/** Tells the parent why no answer will come. Only the first reason is told. */
export function fail(kind: SubjectFailure['kind'], error: unknown): void {
  if (told) return;
  told = true;
  const isError = error instanceof Error;
  reply({
    failure: {
      during: doing(),
      kind,
      message: isError ? error.message : String(error),
      stack: isError ? (error.stack ?? null) : null,
    },
  });
}

/** The conversation is over: from here on the end of the process is no news. */
export function expectExit(): void {
  told = true;
}

/** Makes every way of dying report itself. */
export function reportDeath(): void {
  process.on('uncaughtException', (error) => {
    fail('uncaught', error);
    process.exit(1);
  });
  process.on('unhandledRejection', (reason) => {
    fail('uncaught', reason);
    process.exit(1);
  });
  process.on('exit', (code) =>
    fail('exit', code === UNSETTLED ? NEVER_SETTLES : `the process exited with code ${code}`),
  );
}
