import { EdgeKind, findEdge, NodeKind, Retention } from '../../heap/index.ts';
import { CONTEXT, type Suspect } from '../leaks/suspect.ts';
import type { Recognition } from './recognition.ts';

/** A variable that keeps less is not why a closure matters: a closure with its own context takes about 100 bytes. */
const WORTH_TELLING = 256;

/** Functions that stay and, with them, the variables of where they were made. */
export function recogniseContext(suspect: Suspect): Recognition | null {
  const { snapshot, path, at } = suspect;
  const closure = path.nodes
    .slice(at)
    .find((node) => snapshot.nodeKinds[node] === NodeKind.closure && suspect.isNew(node));
  if (closure === undefined) return null;
  const variables = [...newVariables(suspect, closure)];
  const retention = new Retention(
    snapshot,
    variables.map(({ target }) => target),
  );
  const sized = variables
    .map(({ name, target }) => ({ name, target, bytes: retention.ofNode(target) }))
    .filter(({ bytes }) => bytes >= WORTH_TELLING)
    .sort((a, b) => b.bytes - a.bytes);
  const [largest] = sized;
  if (largest === undefined) return null;
  const place = suspect.placeOf(closure);
  const told = sized
    .slice(0, 3)
    .map(({ name, target, bytes }) => `${name} (${suspect.nameOf(target)}, ${bytes} bytes)`);
  return {
    kind: 'pinned context',
    title: `A function that stays keeps the variable \`${largest.name}\` of where it was made.`,
    evidence: [
      ...(place === null ? [] : [`the function: ${suspect.textOf(closure) || 'anonymous'} at ${place}`]),
      `variables it keeps, each time: ${told.join(', ')}`,
    ],
    remedy:
      'make the function where the variable is not in scope, or set the variable to undefined when it is done with: all functions made in one scope share its variables, used or not',
  };
}

/** The variables of a closure's own scopes that hold objects from the measured iterations. */
function* newVariables(suspect: Suspect, closure: number): Generator<{ name: string; target: number }> {
  let context = findEdge(suspect.snapshot, closure, 'context');
  while (context !== undefined && suspect.textOf(context) === CONTEXT && suspect.isNew(context)) {
    for (const { kind, name, target } of suspect.edgesOf(context)) {
      const isOther = target !== closure && suspect.isNew(target);
      if (kind === EdgeKind.context && name !== undefined && isOther) yield { name, target };
    }
    context = findEdge(suspect.snapshot, context, 'previous');
  }
}
