import { readFileSync } from 'node:fs';
import type { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type AllocationFrame, type SourcePlace, type Sources, scriptPath } from '../../heap/index.ts';
import type { PackageUnderTest } from '../../packages/index.ts';
import type { Frame } from '../explanation.ts';
import type { Call } from '../pass/creations.ts';
import { type Deed, expressionIn } from './expression-in.ts';
import { ownerOf } from './owner.ts';
import { sourceMapOf, writtenAt } from './source-map.ts';

/** Leads the functions on stacks back to the places where people wrote them. */
export class FrameReader {
  readonly #originalPlace: NonNullable<Sources['originalPlace']>;
  readonly #underTest: PackageUnderTest | null;
  readonly #directory: string;
  readonly #sources = new Map<string, string | undefined>();
  readonly #maps = new Map<string, SourceMap | undefined>();
  readonly #known = new Map<string, Frame | null>();

  constructor(ran: {
    originalPlace: NonNullable<Sources['originalPlace']>;
    underTest: PackageUnderTest | null;
    /** Folder of what was compiled: code in it that no source map leads out of was not written by an author, and is left out. */
    directory: string;
  }) {
    this.#originalPlace = ran.originalPlace;
    this.#underTest = ran.underTest;
    this.#directory = ran.directory;
  }

  /** Frames of the functions that were running when an object of a class was allocated, innermost first. */
  ofAllocation(stack: readonly AllocationFrame[], className: string): Frame[] {
    const frames = stack.map((frame, i) => {
      const inner = stack[i - 1];
      return this.#functionFrame(frame, inner === undefined ? { allocates: className } : { calls: inner.functionName });
    });
    return frames.filter((frame) => frame !== null);
  }

  /** Frames of calls, whose places are exact. */
  ofCalls(calls: readonly Call[]): Frame[] {
    return calls
      .map(({ functionName, url, line, column }) => this.#frame(functionName, scriptUrl(url), line, column, true))
      .filter((frame) => frame !== null);
  }

  /** Where people wrote what a script has at `FILE:LINE`. */
  writtenAt(place: string): string {
    const [, file = '', line] = /^(.*):(\d+)$/.exec(place) ?? [];
    const written = this.#writtenAt({ url: scriptUrl(file), line: Number(line) }, null);
    return written.url === scriptUrl(file) ? place : `${scriptPath(written.url)}:${written.line}`;
  }

  #functionFrame({ functionName, url, line, column }: AllocationFrame, deed: Deed): Frame | null {
    const key = [functionName, url, line, column, ...Object.entries(deed).flat()].join('\n');
    let frame = this.#known.get(key);
    if (frame === undefined) {
      const script = scriptUrl(url);
      const exact = this.#exactPlace(script, line, column, deed);
      frame = this.#frame(functionName, script, exact?.line ?? line, exact?.column ?? column, exact !== undefined);
      this.#known.set(key, frame);
    }
    return frame;
  }

  #exactPlace(url: string, line: number, column: number, deed: Deed) {
    const name = 'calls' in deed ? deed.calls : deed.allocates;
    const source = name === '' ? undefined : this.#sourceOf(url);
    return source === undefined ? undefined : expressionIn(source, { line, column }, deed);
  }

  #sourceOf(url: string): string | undefined {
    if (!url.startsWith('file:')) return undefined;
    if (!this.#sources.has(url)) {
      let source: string | undefined;
      try {
        source = readFileSync(fileURLToPath(url), 'utf8');
      } catch {
        // Code that was made and gone while it ran: the function's own place is told then.
      }
      this.#sources.set(url, source);
    }
    return this.#sources.get(url);
  }

  #frame(functionName: string, url: string, line: number, column: number, exact: boolean): Frame | null {
    const place = this.#originalPlace(url, line, column);
    const script = place ?? { url, line };
    const file = scriptPath(script.url);
    const owner = file.startsWith(this.#directory + path.sep) ? null : ownerOf(file, this.#underTest);
    if (owner === null) return null;
    const written = this.#writtenAt(script, place === undefined ? column : null);
    return { functionName, file: scriptPath(written.url), line: written.line, exact, ...owner };
  }

  /** Leads code that its authors have compiled themselves back by the map it names; the place itself without one. */
  #writtenAt(place: SourcePlace, column: number | null): SourcePlace {
    const source = this.#sourceOf(place.url);
    if (source === undefined) return place;
    if (!this.#maps.has(place.url)) this.#maps.set(place.url, sourceMapOf(source, place.url));
    const map = this.#maps.get(place.url);
    if (map === undefined) return place;
    const columns = column === null ? columnsOf(source, place.line) : [column];
    return writtenAt(map, place.url, place.line, columns) ?? place;
  }
}

/** All columns of a line, from 1. */
function columnsOf(source: string, line: number): number[] {
  return Array.from(source.split('\n', line)[line - 1] ?? '', (_, i) => i + 1);
}

/** CommonJS modules are known by their path. */
function scriptUrl(url: string): string {
  return url.startsWith('/') || /^[A-Za-z]:\\/.test(url) ? pathToFileURL(url).href : url;
}
