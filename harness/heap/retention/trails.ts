import { sourceOf } from '../graph/source-of.ts';
import { NodeKind } from '../kinds.ts';
import { type ClassNames, NO_CLASS } from '../names/class-names.ts';
import type { HeapSnapshot } from '../snapshot.ts';
import { moduleName } from './module-name.ts';
import { type Arrivals, NO_EDGE, shortestPaths } from './shortest-paths.ts';
import { labelStep, type StepLabel } from './step-label.ts';

/** One position in the tree of paths: what stands there and how it is reached from the position before. */
interface Trail {
  parent: number;
  /** What objects here are called. */
  name: string;
  /** The step from the parent; `exact` is undefined when it differs between the objects that took it. */
  general: string;
  exact: string | undefined;
}

/**
 * Paths without what differs from object to object. Objects at the same trail have the same name and are held in the
 * same way: all values of one Map, all members of one Set.
 *
 * A step that leads from a holder of the same name to the same name by the same label as an earlier one of its path goes
 * back to that trail: a chain of
 * 10,000 nodes linked by `next` is one trail, and so is a tree of any depth.
 */
export class Trails {
  readonly #snapshot: HeapSnapshot;
  readonly #classes: ClassNames;
  readonly #arrivals: Arrivals;
  readonly #trails: Trail[] = [{ parent: 0, name: '', general: '', exact: '' }];
  readonly #trailOfNode: Int32Array;
  readonly #byStep = new Map<string, number>();
  readonly #goals: ReadonlySet<number>;

  /** Leads to the nodes `goals`, and no others. `avoided` is that of {@link shortestPaths}. */
  constructor(
    snapshot: HeapSnapshot,
    classes: ClassNames,
    goals: readonly number[],
    avoided?: (node: number) => boolean,
  ) {
    this.#snapshot = snapshot;
    this.#classes = classes;
    this.#arrivals = shortestPaths(snapshot, goals, avoided);
    this.#goals = new Set(goals);
    this.#trailOfNode = new Int32Array(snapshot.nodeCount).fill(-1);
    this.#trailOfNode[0] = 0;
  }

  /** The number of the trail that leads to this node, which must be a goal or on the way to one. */
  trailOf(node: number): number {
    // Climb to what is known, then come back down: paths can be a million steps long.
    const climbed: { node: number; holder: number; edges: number[] }[] = [];
    let current = node;
    while (this.#trailOfNode[current] === -1) {
      const step = this.#stepTo(current);
      climbed.push({ node: current, ...step });
      current = step.holder;
    }
    let trail = this.#trailOfNode[current];
    for (const step of climbed.reverse()) {
      trail = this.#advance(trail, step.node, step.edges.length === 0 ? undefined : labelStep(this.#snapshot, step));
      this.#trailOfNode[step.node] = trail;
    }
    return trail;
  }

  /** The path as steps to be joined with ` ▸ `, from the GC root to the object itself. */
  render(trail: number): string[] {
    const steps: string[] = [];
    let label = '';
    for (let at = trail; at !== 0; at = this.#trails[at].parent) {
      const { name, general, exact } = this.#trails[at];
      steps.push(withLabel(name, label));
      label = exact ?? general;
    }
    return foldModuleScope(steps.reverse());
  }

  /** The nearest holder a programmer knows, and the edges from there. The root when nothing holds the node. */
  #stepTo(node: number): { holder: number; edges: number[] } {
    // A loaded module stays: how Node's loader holds it says nothing, and differs between versions of Node.
    if (this.#loadedModule(node) !== undefined) return { holder: 0, edges: [] };
    const edges: number[] = [];
    let current = node;
    do {
      const arrival = this.#arrivals[current];
      if (arrival === NO_EDGE) return { holder: 0, edges: [] };
      edges.push(arrival);
      current = sourceOf(arrival, this.#snapshot.firstEdges);
    } while (current !== 0 && !this.#isLandmark(current));
    return { holder: current, edges: edges.reverse() };
  }

  /** True for what is shown as a step of its own. */
  #isLandmark(node: number): boolean {
    const { nodeKinds, nodeNames, strings } = this.#snapshot;
    const kind = nodeKinds[node];
    if (kind === NodeKind.synthetic) return strings.get(nodeNames[node]) !== '(GC roots)';
    if (kind === NodeKind.native) return true;
    return this.#classes.classOf(node) !== NO_CLASS;
  }

  #advance(from: number, node: number, label: StepLabel | undefined): number {
    const { exact, general } = label && from !== 0 ? label : { exact: '', general: '' };
    const name = this.#nameOf(node);
    const key = `${from} ${general}\n${name}`;
    let trail = this.#byStep.get(key);
    if (trail === undefined) {
      trail = this.#earlier(from, general, name) ?? this.#trails.push({ parent: from, name, general, exact }) - 1;
      this.#byStep.set(key, trail);
    }
    if (this.#trails[trail].exact !== exact) this.#trails[trail].exact = undefined;
    return trail;
  }

  #earlier(from: number, general: string, name: string): number | undefined {
    for (let at = from; at !== 0; at = this.#trails[at].parent) {
      const earlier = this.#trails[at];
      const sameHolder = this.#trails[earlier.parent].name === this.#trails[from].name;
      if (earlier.general === general && earlier.name === name && sameHolder) return at;
    }
    return undefined;
  }

  /** The name of a module that is not itself what the paths lead to. */
  #loadedModule(node: number): string | undefined {
    return this.#goals.has(node) ? undefined : moduleName(this.#snapshot, node, this.#classes.sources);
  }

  #nameOf(node: number): string {
    const module = this.#loadedModule(node);
    if (module !== undefined) return module;
    const { nodeNames, strings } = this.#snapshot;
    const number = this.#classes.classOf(node);
    return number === NO_CLASS ? strings.get(nodeNames[node]) : this.#classes.names[number];
  }
}

/** `Map` and `[key]` are `Map[key]`; a closure and its variable read as a person would say it. */
function withLabel(name: string, label: string): string {
  const closure = /^closure (.*)$/.exec(name);
  if (!closure) return name + label;
  const variable = /^: (a variable|variable .*)$/.exec(label);
  if (variable) return `${variable[1]} of ${closure[1]}`;
  return label === '' ? name : closure[1].replace(/ \(.*\)$/, '') + label;
}

/** V8 keeps the variables of an ES module in the generator that runs its body. */
function foldModuleScope(steps: string[]): string[] {
  const [module, scope, ...rest] = steps;
  if (!/^module [^ ]*$/.test(module ?? '') || !scope?.startsWith('Generator: ')) return steps;
  return [scope.replace('Generator', module), ...rest];
}
