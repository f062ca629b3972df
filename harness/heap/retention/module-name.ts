import { NodeKind } from '../kinds.ts';
import { findEdge } from '../names/find-edge.ts';
import { scriptLabel } from '../names/script-label.ts';
import type { Sources } from '../names/sources.ts';
import type { HeapSnapshot } from '../snapshot.ts';

/** Node's module objects, and the property that tells the file: of ES modules, and of CommonJS ones. */
const FILE_PROPERTIES: Readonly<Record<string, string>> = { ModuleWrap: 'url', Module: 'filename' };

/** The URL or path of the source of a loaded module, of the object that stands for it; undefined for any other node. */
export function moduleFile(snapshot: HeapSnapshot, node: number, { originalPlace }: Sources = {}): string | undefined {
  const { nodeKinds, nodeNames, strings } = snapshot;
  if (nodeKinds[node] !== NodeKind.object) return undefined;
  const property = FILE_PROPERTIES[strings.get(nodeNames[node])];
  const file = property === undefined ? undefined : findEdge(snapshot, node, property);
  if (file === undefined || nodeKinds[file] !== NodeKind.string) return undefined;
  const url = strings.get(nodeNames[file]);
  return originalPlace?.(url, 1, 1)?.url ?? url;
}

/** `module tenants.js` for the object that stands for a loaded module; undefined for any other node. */
export function moduleName(snapshot: HeapSnapshot, node: number, sources?: Sources): string | undefined {
  const file = moduleFile(snapshot, node, sources);
  return file === undefined ? undefined : `module ${scriptLabel(file)}`;
}
