import { EdgeKind, findEdge, NodeKind, scriptPath } from '../../heap/index.ts';
import { CONTEXT, type Suspect } from '../leaks/suspect.ts';
import { bareName } from './bare-name.ts';
import type { Recognition } from './recognition.ts';

/** Where Node's loader is defined. */
const LOADER = /^node:internal\/modules\//;
/** The class of a loaded CommonJS module, and what of it is the loader's: its exports are its author's. */
const MODULE = 'Module';
const CHILDREN = 'children';
/** The loader's work on one ES module, which stays in its cache. */
const JOB = /^ModuleJob/;

/** What the loader's caches consist of. */
const TABLES: ReadonlySet<string> = new Set(['Object', 'Map', 'Array', 'LoadCache', 'ResolveCache']);

/** Modules loaded over and over, or looked for under ever new names: Node never forgets one by itself. */
export function recogniseModuleCache(suspect: Suspect): Recognition | null {
  const place = placeInLoader(suspect);
  if (place === null && suspect.moduleFile(suspect.example) === undefined) return null;
  const files = suspect.nodes.map((node) => fileOf(suspect, node)).filter((file) => file !== undefined);
  const where = place === null ? '' : `, in ${place}`;
  const isModules = files.length > 0;
  return {
    kind: 'module cache',
    title: isModules
      ? 'Modules are loaded again and again, and Node keeps each of them.'
      : 'Modules are looked for under ever new names, and Node keeps where it found each.',
    evidence: isModules
      ? [`${files.length} more of them than before the measured iterations${where}`, `one of them: ${files[0]}`]
      : [
          `${suspect.nameOf(suspect.example)}: ${suspect.nodes.length} more than before the measured iterations${where}`,
        ],
    remedy:
      'import a module once; an address with a changing ?query or a data: URL is a new module each time, and what require() loads anew stays in the children of the module that asked for it',
  };
}

/** What of the loader's the path runs through straight to the objects that stay; null where it runs through nothing of it. */
function placeInLoader(suspect: Suspect): string | null {
  const { path, at, snapshot } = suspect;
  for (let i = at - 1; i >= 0; i--) {
    const owner = path.nodes[i] as number;
    if (suspect.isNew(owner) || !LOADER.test(suspect.placeOf(owner) ?? '')) continue;
    const from = lastScope(suspect, i);
    const edge = path.edges[from] as number;
    const name = suspect.edgeName(edge) ?? '';
    const isModule = suspect.nameOf(owner) === MODULE && snapshot.nodeKinds[owner] === NodeKind.object;
    if (!suspect.runsStraight(from, TABLES) || (isModule && name !== CHILDREN)) continue;
    if (isModule) return 'the children of the module that loaded them';
    if (snapshot.edgeKinds[edge] === EdgeKind.context) return `Node's cache ${name}`;
    const isProperty = snapshot.edgeKinds[edge] === EdgeKind.property;
    return `Node's cache ${isProperty ? `${bareName(suspect, owner)}.${name}` : suspect.nameOf(owner)}`;
  }
  return null;
}

/** Where on the path the scope stands whose variable leads on from the function at `at`; `at` itself where none does. */
function lastScope(suspect: Suspect, at: number): number {
  let last = at;
  while (last + 1 < suspect.at && suspect.textOf(suspect.path.nodes[last + 1] as number) === CONTEXT) last++;
  return last;
}

/** The file or address of a module, of the object that stands for it or of the loader's entry for it; undefined for any other node. */
function fileOf(suspect: Suspect, node: number): string | undefined {
  const file = suspect.moduleFile(node);
  if (file !== undefined || suspect.snapshot.nodeKinds[node] !== NodeKind.object) return file;
  const job = [node, ...Array.from(suspect.edgesOf(node), ({ target }) => target)].find(
    (each) => JOB.test(suspect.nameOf(each)) && LOADER.test(suspect.placeOf(each) ?? ''),
  );
  if (job === undefined) return undefined;
  const module = findEdge(suspect.snapshot, job, 'module');
  const url = findEdge(suspect.snapshot, job, 'url');
  return (
    (module === undefined ? undefined : suspect.moduleFile(module)) ??
    (url === undefined ? undefined : scriptPath(suspect.textOf(url)))
  );
}
