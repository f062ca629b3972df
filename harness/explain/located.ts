import type { RunResult } from '../run/result.ts';
import type { Explanation } from './explanation.ts';

/** The run with what the explanation tells of each class: where it is allocated, and by whose code. */
export function located(run: RunResult, { origins }: Explanation): RunResult {
  const framesOf = new Map(origins.map(({ className, frames }) => [className, frames]));
  const classes = run.classes.map((each) => {
    const frames = framesOf.get(each.name) ?? [];
    const allocatedAt = [...new Set(frames.map(({ file, line }) => `${file}:${line}`))];
    // The code that allocates is the innermost; the package under test is told first, wherever it stands.
    return { ...each, allocatedAt, package: frames.find((frame) => frame.package !== null)?.package ?? null };
  });
  return { ...run, classes };
}
