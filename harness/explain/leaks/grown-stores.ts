import {
  ClassNames,
  findEdge,
  type HeapSnapshot,
  highestId,
  holdingPaths,
  NodeKind,
  type Sources,
} from '../../heap/index.ts';
import { Suspect } from './suspect.ts';

/** V8's links from a collection to the array behind it. */
const STORE_EDGES = ['table', 'elements'];
/** Bytes from which an array is one of a collection that grows; the run's verdict follows stores from 256 bytes on. */
const SMALLEST = 256;

/** The new store of a collection that was there before: what it holds are numbers, so no object has been added. */
export interface GrownStore {
  /** Of the collection. */
  className: string;
  store: number;
  bytes: number;
  suspect: Suspect;
}

/** The biggest new store of the collections of each of these classes. */
export function findGrownStores(
  snapshot: HeapSnapshot,
  options: Sources & { bornAfter: number; owners: ReadonlySet<string> },
): GrownStore[] {
  const { bornAfter, owners } = options;
  if (owners.size === 0) return [];
  const classes = new ClassNames(snapshot, options);
  const biggest = new Map<string, { store: number; bytes: number }>();
  const last = highestId(snapshot);
  for (let node = 0; node < snapshot.nodeCount; node++) {
    if (snapshot.nodeKinds[node] !== NodeKind.object || (snapshot.nodeIds[node] as number) > bornAfter) continue;
    const className = classes.names[classes.classOf(node)];
    if (className === undefined || !owners.has(className)) continue;
    const store = STORE_EDGES.map((name) => findEdge(snapshot, node, name)).find((each) => each !== undefined);
    if (store === undefined) continue;
    const id = snapshot.nodeIds[store] as number;
    const bytes = snapshot.nodeSizes[store] as number;
    const isNew = id > bornAfter && id <= last && bytes >= SMALLEST;
    if (isNew && bytes > (biggest.get(className)?.bytes ?? 0)) biggest.set(className, { store, bytes });
  }
  const pathTo = holdingPaths(
    snapshot,
    Array.from(biggest.values(), ({ store }) => store),
    (node) => (snapshot.nodeIds[node] as number) > bornAfter,
  );
  return Array.from(biggest, ([className, { store, bytes }]) => {
    const path = pathTo(store);
    const at = path.nodes.length - 1;
    return {
      className,
      store,
      bytes,
      suspect: new Suspect({ snapshot, classes, bornAfter, nodes: [store], path, at }),
    };
  });
}
