import { findEdge } from '../../heap/index.ts';
import type { Suspect } from '../leaks/suspect.ts';
import type { Recognition } from './recognition.ts';

/** V8's name for what is to be called when a promise settles; a settled one holds its value there. */
const REACTIONS = 'reactions_or_result';
const REACTION = 'system / PromiseReaction';

/** Promises that something waits for and that have not settled. */
export function recognisePromise(suspect: Suspect): Recognition | null {
  return onOldPromise(suspect) ?? newPromises(suspect);
}

function isPending(suspect: Suspect, promise: number): boolean {
  const reaction = findEdge(suspect.snapshot, promise, REACTIONS);
  return reaction !== undefined && suspect.textOf(reaction) === REACTION;
}

function onOldPromise(suspect: Suspect): Recognition | null {
  const { nodes, edges } = suspect.path;
  const at = edges.findIndex(
    (edge, i) => i < suspect.at && !suspect.isNew(nodes[i] as number) && suspect.edgeName(edge) === REACTIONS,
  );
  if (at === -1 || !suspect.runsStraight(at) || !isPending(suspect, nodes[at] as number)) return null;
  const reactions = newReactions(suspect, nodes[at] as number);
  return {
    kind: 'pending promise',
    title: 'What waits for a promise that was there before piles up on it.',
    evidence: [`it has not settled, and holds ${reactions} reactions from the measured iterations`],
    remedy:
      'do not await or race a promise that lives longer than the work, such as one for shutdown: let the work subscribe and unsubscribe, or settle the promise',
  };
}

/** One for each `await`, `then` and `race`; each has several functions, so those are no measure. V8 keeps them in a chain. */
function newReactions(suspect: Suspect, promise: number): number {
  let reactions = 0;
  let reaction = findEdge(suspect.snapshot, promise, REACTIONS);
  while (reaction !== undefined && suspect.textOf(reaction) === REACTION) {
    if (suspect.isNew(reaction)) reactions++;
    // V8 numbers the links of a reaction, otherwise in each version.
    reaction = Array.from(suspect.edgesOf(reaction), ({ target }) => target).find(
      (target) => suspect.textOf(target) === REACTION,
    );
  }
  return reactions;
}

function newPromises(suspect: Suspect): Recognition | null {
  const pending = suspect.nodes.filter((node) => suspect.nameOf(node) === 'Promise' && isPending(suspect, node));
  if (pending.length === 0) return null;
  return {
    kind: 'pending promise',
    title: 'Promises never settle, and keep what waits for them.',
    evidence: [`${pending.length} from the measured iterations have something waiting for them`],
    remedy:
      'settle each promise on every way out, with a time-out where the other side may never answer, and forget its resolve function then',
  };
}
