import { NodeKind } from '../kinds.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { foldCounter } from './dynamic-name.ts';
import { scriptLabel } from './script-label.ts';
import { type Position, Scripts } from './scripts.ts';
import type { SourcePlace, Sources } from './sources.ts';

/** Returned for nodes that are not user-visible. */
export const NO_CLASS = -1;

/** Class of every kind whose nodes are not told apart by name. */
const FIXED: readonly [number, string][] = [
  [NodeKind.string, 'string'],
  [NodeKind['concatenated string'], 'string'],
  [NodeKind['sliced string'], 'string'],
  [NodeKind.regexp, 'RegExp'],
  [NodeKind.symbol, 'symbol'],
  [NodeKind.bigint, 'bigint'],
];

/**
 * The class names of one snapshot's user-visible nodes. A class has a small number within the snapshot; its name means
 * the same in every snapshot of a process:
 * - objects: the constructor's name; plain objects `Object`, whatever their shape, so that objects used as dictionaries
 *   do not fall into one class each;
 * - closures: name and place, `closure onAbort (listener.js:12)`;
 * - strings of all representations `string`, as V8 changes a string's representation when it is used.
 */
export class ClassNames {
  readonly names: string[] = [];
  /** What names and places go by besides the snapshot. */
  readonly sources: Sources;
  readonly #scripts: Scripts;
  readonly #snapshot: HeapSnapshot;
  readonly #classOfName = new Map<string, number>();
  readonly #fixed = new Int32Array(256).fill(NO_CLASS);
  /** Class number + 1 of objects by string index; -1 for V8's own, 0 for not looked at yet. */
  readonly #objectClasses: Int32Array;
  readonly #closureClasses = new Map<string, number>();

  constructor(snapshot: HeapSnapshot, sources: Sources = {}) {
    this.#snapshot = snapshot;
    this.sources = sources;
    this.#scripts = new Scripts(snapshot);
    this.#objectClasses = new Int32Array(snapshot.strings.count);
    for (const [kind, name] of FIXED) this.#fixed[kind] = this.#classNamed(name);
  }

  /** The class number of a node, {@link NO_CLASS} for what is V8's or Node's own. */
  classOf(node: number): number {
    // Native nodes have even ids, and none that stays the same from snapshot to snapshot.
    if ((this.#snapshot.nodeIds[node] & 1) === 0) return NO_CLASS;
    const kind = this.#snapshot.nodeKinds[node];
    if (kind === NodeKind.object) return this.#objectClass(this.#snapshot.nodeNames[node]);
    if (kind === NodeKind.closure) return this.#closureClass(node);
    return this.#fixed[kind];
  }

  /** Where a closure is written, or the class of an object; undefined where V8 or the snapshot does not tell. */
  placeOf(node: number): SourcePlace | undefined {
    const position = this.#scripts.positionOf(node);
    if (!position) return undefined;
    const { scriptId, line, column } = position;
    const url = this.#scripts.urlOf(scriptId) ?? this.sources.scriptUrl?.(scriptId);
    if (url === undefined) return undefined;
    return this.sources.originalPlace?.(url, line, column) ?? { url, line };
  }

  #objectClass(nameIndex: number): number {
    const known = this.#objectClasses[nameIndex];
    if (known !== 0) return known > 0 ? known - 1 : NO_CLASS;
    const name = this.#snapshot.strings.get(nameIndex);
    if (name.startsWith('system / ')) {
      this.#objectClasses[nameIndex] = -1;
      return NO_CLASS;
    }
    const number = this.#classNamed(objectClassName(name));
    this.#objectClasses[nameIndex] = number + 1;
    return number;
  }

  #closureClass(node: number): number {
    const position = this.#scripts.positionOf(node);
    const nameIndex = this.#snapshot.nodeNames[node];
    const key = position ? `${nameIndex} ${position.scriptId} ${position.line} ${position.column}` : String(nameIndex);
    const known = this.#closureClasses.get(key);
    if (known !== undefined) return known;
    const name = foldCounter(this.#snapshot.strings.get(nameIndex)) || '(anonymous)';
    const number = this.#classNamed(`closure ${name}${position ? ` (${this.#placeText(node, position)})` : ''}`);
    this.#closureClasses.set(key, number);
    return number;
  }

  #placeText(node: number, { scriptId, line }: Position): string {
    const place = this.placeOf(node);
    return place ? `${scriptLabel(place.url)}:${place.line}` : `script ${scriptId}:${line}`;
  }

  #classNamed(name: string): number {
    const known = this.#classOfName.get(name);
    if (known !== undefined) return known;
    const number = this.names.push(name) - 1;
    this.#classOfName.set(name, number);
    return number;
  }
}

/** Node 26 calls the global object `global (global*)`. */
function objectClassName(name: string): string {
  return name === '' ? '(anonymous class)' : foldCounter(name).replace(/^global \(global\*?\)$/, 'global');
}
