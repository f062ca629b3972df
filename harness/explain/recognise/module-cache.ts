import { moduleName } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import type { Recognition } from './recognition.ts';

/** Node's own objects that stand for a module, or for what is known of one. */
const MODULE_CLASSES = new Set(['Module', 'ModuleWrap', 'ModuleJob', 'ModuleJobSync']);
/** Classes and properties of Node's that hold every module ever loaded. */
const CACHE = new Set(['LoadCache', '_cache', '_pathCache']);

/** Modules loaded over and over: Node never forgets one by itself. */
export function recogniseModuleCache(suspect: Suspect): Recognition | null {
  const { path, at, snapshot, example } = suspect;
  if (!MODULE_CLASSES.has(suspect.nameOf(example))) return null;
  const isInCache = path.nodes
    .slice(0, at)
    .some((node, i) => CACHE.has(suspect.nameOf(node)) || CACHE.has(suspect.edgeName(path.edges[i] as number) ?? ''));
  const name = moduleName(snapshot, example);
  return {
    kind: 'module cache',
    title: 'Modules are loaded again and again, and Node keeps each of them.',
    evidence: [
      `${suspect.nodes.length} modules more than before the measured iterations${isInCache ? ", held by Node's cache" : ''}`,
      ...(name === undefined ? [] : [`one of them: ${name.replace(/^module /, '')}`]),
    ],
    remedy:
      'import a module once; an address with a changing ?query or a data: URL is a new module each time, and what require() loads anew stays in the children of the module that asked for it',
  };
}
