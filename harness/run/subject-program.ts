import { fileURLToPath } from 'node:url';
import { type Compiled, compileOnly, writeCompiled } from '../scenario/compile.ts';

const SUBJECT = fileURLToPath(new URL('../subject/main.ts', import.meta.url));

let compiled: Promise<Compiled> | undefined;

/** Writes the program that runs in the measured process into a folder and returns its path. It is compiled once. */
export async function writeSubjectProgram(directory: string): Promise<string> {
  compiled ??= compileOnly(SUBJECT, 'subject', { inOne: true });
  return writeCompiled(await compiled, directory);
}
