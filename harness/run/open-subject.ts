import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type PackageUnderTest, preparePackage } from '../packages/index.ts';
import { compile } from '../scenario/compile.ts';
import type { Answers } from '../subject/protocol.ts';
import { flagsFor } from './flags.ts';
import { makeLoader } from './loader.ts';
import type { RunOptions, RunRequest } from './run.ts';
import { SubjectProcess } from './subject-process.ts';
import { writeSubjectProgram } from './subject-program.ts';

/** A subject that runs and has not been asked anything yet. */
export interface OpenedSubject {
  subject: SubjectProcess;
  /** Flags it runs with, steadyheap's own included. */
  flags: string[];
  /** The package under test; null for code of one's own. */
  underTest: PackageUnderTest | null;
  /** Has it import the scenario. */
  open(): Promise<Answers['open']>;
}

/**
 * Installs and compiles what a request needs into `directory`, and starts its subject. Rejects with a PackageError or
 * RequestError when that cannot be done.
 *
 * @param extraFlags Further flags for Node, behind those of the mode and the scenario.
 */
export async function openSubject(
  request: RunRequest,
  options: RunOptions,
  directory: string,
  extraFlags: readonly string[] = [],
): Promise<OpenedSubject> {
  const { scenario, version, tarball } = request;
  const { package: name } = scenario.fields;
  const underTest =
    name === undefined || version === null
      ? null
      : await preparePackage(
          { name, version, ...(tarball === undefined ? {} : { tarball }) },
          {
            root: options.root,
            onProgress: (line) => options.onProgress?.({ phase: 'preparing', detail: line, done: 0, of: 1 }),
            ...(options.signal === undefined ? {} : { signal: options.signal }),
          },
        );
  const [program, compiled, loader, exact] = await Promise.all([
    writeSubjectProgram(directory),
    compile({ entry: scenario.file, directory, name: 'scenario' }),
    underTest === null ? null : makeLoader(underTest, directory),
    flagsFor(request.mode, request.node),
  ]);
  const flags = [...exact, ...(scenario.fields.nodeFlags ?? []), ...extraFlags];
  // What the subject and its children leave in the temporary folder goes with the run's own folder.
  const TMPDIR = path.join(directory, 't');
  mkdirSync(TMPDIR);
  const env = { TMPDIR, ...scenario.fields.env };
  const subject = new SubjectProcess({ node: request.node, flags, program, env, cwd: process.cwd(), log: options.log });
  const open = () =>
    subject.ask<'open'>({
      do: 'open',
      plan: {
        scenario: pathToFileURL(compiled).href,
        loader: loader?.module ?? null,
        entry: loader?.entry ?? null,
        package: underTest === null ? null : { name: underTest.name, version: underTest.version },
        services: options.services,
      },
    });
  return { subject, flags, underTest, open };
}
