/** Steps of a path, and how often they follow each other in a row. */
export interface Repeated {
  steps: string[];
  times: number;
}

/** Most steps that are looked for again: a list goes from entry to entry in one or two, a chain of promises in three. */
const LONGEST = 4;
/** Fewer in a row are as short written out. */
const FEWEST = 3;

/** A path with what repeats in a row told once: a linked list leads from entry to entry a hundred times. */
export function repeatedSteps(path: readonly string[]): Repeated[] {
  const told: Repeated[] = [];
  let at = 0;
  while (at < path.length) {
    const next = repeatedAt(path, at);
    const last = told.at(-1);
    if (next.times === 1 && last?.times === 1) last.steps.push(...next.steps);
    else told.push(next);
    at += next.steps.length * next.times;
  }
  return told;
}

/** The shortest steps that repeat from a place on; the one step there where none do. */
function repeatedAt(path: readonly string[], at: number): Repeated {
  for (let length = 1; length <= LONGEST; length++) {
    const steps = path.slice(at, at + length);
    let times = 1;
    while (steps.every((step, i) => path[at + times * length + i] === step)) times++;
    if (times >= FEWEST) return { steps, times };
  }
  return { steps: [path[at] as string], times: 1 };
}
