import type { GrowingClass } from '../../../../run/result.ts';

/** A step of the paths that keep survivors, with all that hangs below it. */
export interface RetainerStep {
  name: string;
  /** Objects of the growing classes at or below this step. */
  count: number;
  /** The most that any class at or below it retains: those below are part of those above and must not be added. */
  retainedBytes: number;
  /** The classes whose path ends here. */
  classes: GrowingClass[];
  below: RetainerStep[];
}

/** Lays the retainer paths of the classes over each other, biggest first. */
export function retainerTree(classes: readonly GrowingClass[]): RetainerStep[] {
  const root: RetainerStep = { name: '', count: 0, retainedBytes: 0, classes: [], below: [] };
  for (const grown of classes) {
    let step = root;
    for (const name of grown.retainerPath) {
      let next = step.below.find((each) => each.name === name);
      if (next === undefined) {
        next = { name, count: 0, retainedBytes: 0, classes: [], below: [] };
        step.below.push(next);
      }
      next.count += grown.count;
      next.retainedBytes = Math.max(next.retainedBytes, grown.retainedBytes);
      step = next;
    }
    if (step !== root) step.classes.push(grown);
  }
  return sorted(root.below);
}

function sorted(steps: RetainerStep[]): RetainerStep[] {
  return steps
    .map((step) => ({ ...step, below: sorted(step.below) }))
    .sort((a, b) => b.retainedBytes - a.retainedBytes);
}

/** The steps from this one down to the next fork or class, which one line can show. */
export function chainOf(step: RetainerStep): { names: string[]; end: RetainerStep } {
  const names = [step.name];
  let end = step;
  while (end.classes.length === 0 && end.below.length === 1) {
    [end] = end.below;
    names.push(end.name);
  }
  return { names, end };
}
