import type { RunResult } from '../run/result.ts';
import type { Explanation, Frame } from './explanation.ts';
import { tellingFrames } from './frames/stacks.ts';

/** The run with what the explanation tells of each class: where it is allocated, and by whose code. */
export function located(run: RunResult, { leaks }: Explanation): RunResult {
  const classes = run.classes.map((each) => {
    const stacks = leaks.filter(({ className }) => className === each.name).flatMap(({ stacks: all }) => all);
    const frames = stacks.flatMap(({ frames: whole }) => tellingFrames(whole));
    const allocatedAt = [...new Set(frames.map(({ file, line }) => `${file}:${line}`))];
    return { ...each, allocatedAt, package: packageOf(stacks[0]?.frames ?? []) };
  });
  return { ...run, classes };
}

/** Whose code allocated: the innermost that is not Node's. */
function packageOf(frames: readonly Frame[]): string | null {
  return frames.find(({ owner }) => owner !== 'node')?.package ?? null;
}
