import type { TruthCase } from './cases.ts';
import type { Line } from './lines.ts';

/** One thing to be measured: a case, by a tool, for the n-th time. */
export interface Task {
  tool: string;
  case: TruthCase;
  /** From 0. */
  repetition: number;
}

export const OURS = 'steadyheap';

/** What identifies a measurement. */
export function keyOf({ tool, id, repetition }: Pick<Line, 'tool' | 'id' | 'repetition'>): string {
  return `${tool} ${id} ${repetition}`;
}

/**
 * Everything that is to be measured, one repetition of the whole after the other; the peers once, as their answers are for
 * comparison only.
 */
export function tasksFor(cases: readonly TruthCase[], tools: readonly string[], repeat: number): Task[] {
  const ours = Array.from({ length: tools.includes(OURS) ? repeat : 0 }, (_, repetition) =>
    cases.map((each): Task => ({ tool: OURS, case: each, repetition })),
  ).flat();
  const peers = tools
    .filter((tool) => tool !== OURS)
    .flatMap((tool) => cases.map((each): Task => ({ tool, case: each, repetition: 0 })));
  return [...ours, ...peers];
}

/** The lines of an earlier measurement that stay: those of other cases and tools, and with `resume` all of them. */
export function linesToKeep(lines: readonly Line[], tasks: readonly Task[], resume: boolean): Line[] {
  if (resume) return [...lines];
  const anew = new Set(tasks.map((task) => `${task.tool} ${task.case.id}`));
  return lines.filter(({ tool, id }) => !anew.has(`${tool} ${id}`));
}

/** The tasks that no line answers yet. */
export function tasksLeft(tasks: readonly Task[], lines: readonly Line[]): Task[] {
  const done = new Set(lines.map(keyOf));
  return tasks.filter((task) => !done.has(keyOf({ ...task, id: task.case.id })));
}
