import { NodeKind } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';

/** An exported variable of an ES module. */
interface Export {
  name: string;
  /** V8's table of the module's exports. */
  table: number;
}

/** Whether a node is what V8 keeps an exported variable in. */
export function isCell(suspect: Suspect, node: number): boolean {
  return suspect.textOf(node) === 'system / Cell';
}

/**
 * The export whose variable a cell holds: the table of the module's exports has the name in the slot before the cell. Modules
 * that import it hold the cell too, without a name.
 */
export function exportOf(suspect: Suspect, cell: number): Export | null {
  const { nodeCount, nodeKinds } = suspect.snapshot;
  for (let table = 0; table < nodeCount; table++) {
    const name = nodeKinds[table] === NodeKind.array ? nameBefore(suspect, table, cell) : undefined;
    if (name !== undefined) return { name, table };
  }
  return null;
}

function nameBefore(suspect: Suspect, table: number, cell: number): string | undefined {
  let before: { name: string | undefined; target: number } | undefined;
  for (const slot of suspect.edgesOf(table)) {
    const isNext = slot.target === cell && Number(before?.name) + 1 === Number(slot.name);
    if (before !== undefined && isNext && suspect.snapshot.nodeKinds[before.target] === NodeKind.string)
      return suspect.textOf(before.target);
    before = slot;
  }
  return undefined;
}

/**
 * The file of the module that exports it, by way of V8's own node for the module, which Node's object for it holds; undefined
 * where the heap does not tell. Looks through the whole heap.
 */
export function fileOfExport(suspect: Suspect, { table }: Export): string | undefined {
  for (const record of holdersOf(suspect, table)) {
    for (const holder of holdersOf(suspect, record)) {
      const file = suspect.moduleFile(holder);
      if (file !== undefined) return file;
    }
  }
  return undefined;
}

function* holdersOf(suspect: Suspect, target: number): Generator<number> {
  const { nodeCount, firstEdges, edgeTargets } = suspect.snapshot;
  for (let node = 0; node < nodeCount; node++) {
    const end = firstEdges[node + 1] as number;
    for (let edge = firstEdges[node] as number; edge < end; edge++) {
      if (edgeTargets[edge] !== target) continue;
      yield node;
      break;
    }
  }
}
