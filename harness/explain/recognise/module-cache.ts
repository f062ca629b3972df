import type { Suspect } from '../leaks/suspect.ts';
import type { Recognition } from './recognition.ts';

/** What Node keeps every module in that was ever loaded: a class of ES modules, and properties of CommonJS ones. */
const CACHE_CLASS = 'LoadCache';
const CACHE_PROPERTIES = new Set(['_cache', '_pathCache']);

/** What a cache consists of. */
const TABLES: ReadonlySet<string> = new Set(['Object', 'Map']);

/** Modules loaded over and over: Node never forgets one by itself. */
export function recogniseModuleCache(suspect: Suspect): Recognition | null {
  const { path, at } = suspect;
  const cache = path.nodes
    .slice(0, at)
    .findIndex(
      (node, i) =>
        suspect.nameOf(node) === CACHE_CLASS || CACHE_PROPERTIES.has(suspect.edgeName(path.edges[i] as number) ?? ''),
    );
  const isInCache = cache !== -1 && suspect.runsStraight(cache, TABLES);
  const isModule = suspect.moduleFile(suspect.example) !== undefined;
  if (!isInCache && !isModule) return null;
  const module = path.nodes
    .slice(at)
    .map((node) => suspect.moduleFile(node))
    .find((file) => file !== undefined);
  return {
    kind: 'module cache',
    title: 'Modules are loaded again and again, and Node keeps each of them.',
    evidence: [
      `${suspect.nodes.length} more of them than before the measured iterations${isInCache ? ", in Node's cache" : ''}`,
      ...(module === undefined ? [] : [`one of them: ${module}`]),
    ],
    remedy:
      'import a module once; an address with a changing ?query or a data: URL is a new module each time, and what require() loads anew stays in the children of the module that asked for it',
  };
}
