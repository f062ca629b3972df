import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ResultFile, RunResult } from '../../run/result.ts';

/** A line of a file of the repository. */
export interface Place {
  /** Relative to the repository, with `/`. */
  file: string;
  line: number;
}

/** Where a run's findings belong in the code. */
export interface LocatedRun {
  run: RunResult;
  /** The line that defines the scenario. */
  scenario: Place;
  /** Lines of the repository that allocate or define what stays, each with the classes it is about. */
  causes: { place: Place; classes: string[] }[];
}

const DEFINES_SCENARIO = /\bexport\s+default\s+scenario\s*(?:<[^(]*>)?\s*\(/;

/** The line, counted from 1, on which a source defines its scenario; the first where none is found. */
export function scenarioLine(source: string): number {
  const at = source.search(DEFINES_SCENARIO);
  return at === -1 ? 1 : source.slice(0, at).split('\n').length;
}

/** The path of a file relative to the repository, or null when it lies elsewhere or is installed. */
function fileWithin(file: string, repository: string): string | null {
  const relative = path.relative(repository, file).split(path.sep).join('/');
  const outside = relative === '' || relative.startsWith('../') || path.isAbsolute(relative);
  return outside || relative.split('/').includes('node_modules') ? null : relative;
}

/** A place such as `/project/src/cache.ts:12:5` or `open (/project/src/cache.ts:12:5)` when it is the repository's own. */
export function placeWithin(place: string, repository: string): Place | null {
  const [, file, line] = /^(?:.*\()?(.+?):(\d+)(?::\d+)?\)?$/.exec(place) ?? [];
  if (file === undefined || line === undefined || file.startsWith('node:')) return null;
  const own = fileWithin(path.resolve(repository, file), repository);
  return own === null ? null : { file: own, line: Number(line) };
}

function causesOf({ classes }: RunResult, repository: string): LocatedRun['causes'] {
  const causes = new Map<string, LocatedRun['causes'][number]>();
  for (const { name, allocatedAt, definedAt } of classes) {
    const frames = definedAt === null ? allocatedAt : [...allocatedAt, definedAt];
    const place = frames.map((frame) => placeWithin(frame, repository)).find((each) => each !== null);
    if (place === undefined) continue;
    const key = `${place.file}:${place.line}`;
    const cause = causes.get(key) ?? { place, classes: [] };
    cause.classes.push(name);
    causes.set(key, cause);
  }
  return [...causes.values()];
}

/**
 * Finds the places of every run. A scenario file that is gone is named with its first line.
 *
 * @param cwd The folder the runs were started in.
 * @param repository The folder that holds the repository; `cwd` or one above it.
 */
export async function locate({ runs }: ResultFile, cwd: string, repository: string): Promise<LocatedRun[]> {
  const sources = new Map<string, Promise<string>>();
  return Promise.all(
    runs.map(async (run) => {
      const absolute = path.resolve(cwd, run.file);
      const source = sources.get(absolute) ?? readFile(absolute, 'utf8').catch(() => '');
      sources.set(absolute, source);
      const file = fileWithin(absolute, repository) ?? run.file;
      return { run, scenario: { file, line: scenarioLine(await source) }, causes: causesOf(run, repository) };
    }),
  );
}
