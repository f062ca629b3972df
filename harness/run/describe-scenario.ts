import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from '../scenario/compile.ts';
import { RequestError } from '../scenario/errors.ts';
import { type ScenarioFields, validateScenario } from '../scenario/validate.ts';
import { SubjectError, SubjectProcess } from './subject-process.ts';
import { writeSubjectProgram } from './subject-program.ts';

/** A scenario file that has not been read by then does work of its own at its top level. */
const LONGEST_MS = 20_000;

/** A scenario as its file defines it. */
export interface DescribedScenario {
  name: string;
  /** Absolute. */
  file: string;
  fields: ScenarioFields;
}

/** A path as people want to read it: relative where that is shorter. */
function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}

/**
 * Reads a scenario file in a process of its own, so that nothing it does at its top level touches this one. Throws a
 * RequestError when the file cannot be read, does not define a scenario, or defines a wrong one.
 */
export async function describeScenario(file: string): Promise<DescribedScenario> {
  const shown = shownPath(file);
  const directory = await mkdtemp(path.join(tmpdir(), 'steadyheap-'));
  try {
    const [program, compiled] = await Promise.all([
      writeSubjectProgram(directory),
      compile({ entry: file, directory, name: 'scenario' }),
    ]);
    const log = path.join(directory, 'log');
    const subject = new SubjectProcess({
      node: process.execPath,
      flags: [],
      program,
      env: {},
      cwd: process.cwd(),
      log,
    });
    const timer = setTimeout(() => void subject.kill(), LONGEST_MS);
    try {
      const scenario = pathToFileURL(compiled).href;
      const plan = { scenario, loader: null, entry: null, package: null, services: {} };
      const description = await subject.ask<'open'>({ do: 'open', plan });
      return { name: description.name, file, fields: validateScenario(description, shown) };
    } catch (error) {
      if (!(error instanceof SubjectError)) throw error;
      const printed = await readFile(log, 'utf8').catch(() => '');
      throw new RequestError(`${shown}: ${reading(error, printed)}`);
    } finally {
      clearTimeout(timer);
      await subject.kill();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function reading(error: SubjectError, printed: string): string {
  const { kind, message } = error.failure;
  if (kind !== 'exit') return message;
  const lastLine = printed.trim().split('\n').at(-1);
  return `could not be imported: ${message}${lastLine ? ` (${lastLine})` : ''}`;
}
