import type { Frame } from '../explanation.ts';

/** The frames that say most: the innermost in the package under test, the one in the scenario, and that of all but Node's. */
export function tellingFrames(frames: readonly Frame[]): Frame[] {
  const innermost = frames.find(({ owner }) => owner !== 'node');
  const inPackage = frames.find(({ owner }) => owner === 'package');
  const inScenario = frames.find(({ owner }) => owner === 'scenario');
  return [...new Set([inPackage, inScenario, innermost])].filter((frame) => frame !== undefined);
}

/** A function of people's own, or Node's functions in a row, innermost first. */
export type Fold = { frame: Frame } | { node: Frame[] };

/** A stack with Node's own functions in a row as one; those that call the outermost are its event loop, and left out. */
export function folded(frames: readonly Frame[]): Fold[] {
  const folds: Fold[] = [];
  let node: Frame[] = [];
  for (const frame of frames) {
    if (frame.owner === 'node') {
      // V8 runs what has no name and no file: it says nothing.
      if (frame.functionName !== '' || frame.file !== '') node.push(frame);
      continue;
    }
    if (node.length > 0) folds.push({ node });
    node = [];
    folds.push({ frame });
  }
  return folds;
}
