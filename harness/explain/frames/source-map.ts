import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { SourcePlace } from '../../heap/index.ts';

/** The last one of a script counts. */
const NAMES_ITS_MAP = /^\/\/[#@] sourceMappingURL=(\S+)\s*$/gm;
const DATA = /^data:application\/json[^,]*?(;base64)?,(.*)$/;

/** The source map that a script names: in a file, or in the URL itself. Undefined where it names none or a broken one. */
export function sourceMapOf(source: string, url: string): SourceMap | undefined {
  const named = [...source.matchAll(NAMES_ITS_MAP)].at(-1)?.[1];
  if (named === undefined) return undefined;
  try {
    const text = readMap(named, url);
    return text === undefined ? undefined : new SourceMap(JSON.parse(text));
  } catch {
    // The places in the script itself are told then.
    return undefined;
  }
}

/** Nothing remote is asked for. */
function readMap(named: string, script: string): string | undefined {
  const [, base64, data] = DATA.exec(named) ?? [];
  if (data !== undefined) return base64 ? Buffer.from(data, 'base64').toString('utf8') : decodeURIComponent(data);
  const map = new URL(named, script);
  return map.protocol === 'file:' ? readFileSync(map, 'utf8') : undefined;
}

/**
 * Where a place in a script was written; lines and columns count from 1. Undefined where the map does not tell, or the file
 * it leads to is not there: packages are often published without what they were compiled from.
 *
 * @param columns Those that are asked about; they have to lead to one line.
 */
export function writtenAt(
  map: SourceMap,
  script: string,
  line: number,
  columns: Iterable<number>,
): SourcePlace | undefined {
  let only: SourcePlace | undefined;
  for (const column of columns) {
    const entry = map.findEntry(line - 1, column - 1);
    // What is before the first place of a line has that of a line before.
    if (!('originalSource' in entry) || entry.generatedLine !== line - 1 || !entry.originalSource) continue;
    const place = { url: sourceUrl(map, entry.originalSource, script), line: entry.originalLine + 1 };
    if (only !== undefined && (place.url !== only.url || place.line !== only.line)) return undefined;
    only = place;
  }
  return only !== undefined && isThere(only.url) ? only : undefined;
}

function sourceUrl({ payload: { sourceRoot = '' } }: SourceMap, source: string, script: string): string {
  const root = sourceRoot === '' || sourceRoot.endsWith('/') ? sourceRoot : `${sourceRoot}/`;
  const path = `${root}${source}`;
  return URL.canParse(path, script) ? new URL(path, script).href : path;
}

function isThere(url: string): boolean {
  return url.startsWith('file:') && existsSync(fileURLToPath(url));
}
