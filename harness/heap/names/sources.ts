import { SourceMap, type SourceMapPayload } from 'node:module';

/** A place in a source file; lines count from 1. */
export interface SourcePlace {
  /** URL or path of the file. */
  url: string;
  line: number;
}

/** What is known about scripts besides what the snapshot tells. All of it is optional. */
export interface Sources {
  /** Names scripts that the snapshot itself cannot name. */
  scriptUrl?: (scriptId: number) => string | undefined;
  /** Leads from compiled code to what was written; lines and columns count from 1. Undefined where no map tells. */
  originalPlace?: (url: string, line: number, column: number) => SourcePlace | undefined;
}

/**
 * An `originalPlace` out of source maps. `mapOf` gives the parsed source map of a script, or undefined when it has none;
 * it is called once a script.
 */
export function bySourceMaps(
  mapOf: (url: string) => SourceMapPayload | undefined,
): NonNullable<Sources['originalPlace']> {
  const maps = new Map<string, SourceMap | undefined>();
  const mapFor = (url: string): SourceMap | undefined => {
    if (!maps.has(url)) {
      const payload = mapOf(url);
      maps.set(url, payload && new SourceMap(payload));
    }
    return maps.get(url);
  };
  return (url, line, column) => {
    const map = mapFor(url);
    if (map === undefined) return undefined;
    const entry = map.findEntry(line - 1, column - 1);
    if (!('originalSource' in entry)) return topOfOnlySource(map, url);
    return { url: absolute(entry.originalSource, url), line: entry.originalLine + 1 };
  };
}

/** What a compiler puts before all that was written belongs to the source, where there is one only. */
function topOfOnlySource({ payload: { sources } }: SourceMap, url: string): SourcePlace | undefined {
  const [source] = sources;
  return source === undefined || sources.length > 1 ? undefined : { url: absolute(source, url), line: 1 };
}

/** Sources are relative to the script that names them. */
function absolute(source: string, script: string): string {
  if (!script.startsWith('file:') || !URL.canParse(source, script)) return source;
  return new URL(source, script).href;
}
