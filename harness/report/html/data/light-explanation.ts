import type { Explanation, Frame, Leak } from '../../../explain/explanation.ts';
import { tellingFrames } from '../../../explain/frames/telling.ts';
import { shownText } from '../../../explain/text/frame-lines.ts';
import { MOST_NAMED } from '../../../explain/text/heads.ts';
import type { PageExplanation } from './report-data.ts';

/** How much of an explanation goes into the page. */
export interface ExplanationDetail {
  leaks: number;
  /** Of a leak. */
  stacks: number;
  /** Of a stack. */
  frames: number;
}

/** What of paths is the machine's own, and left out. */
interface Paths {
  shorten(place: string): string;
  /** Folder of the project. */
  root: string;
}

/** The innermost frames, and those that say most wherever they stand. */
function fewFrames(frames: readonly Frame[], most: number, { shorten }: Paths): Frame[] {
  const telling = new Set(tellingFrames(frames));
  return frames
    .filter((frame, i) => i < most || telling.has(frame))
    .map((frame) => ({ ...frame, file: shorten(frame.file) }));
}

function lightLeak(leak: Leak, { stacks, frames }: ExplanationDetail, paths: Paths): Leak {
  return {
    ...leak,
    // One more tells that there are more.
    holds: leak.holds.slice(0, MOST_NAMED + 1),
    definedAt: leak.definedAt === null ? null : paths.shorten(leak.definedAt),
    kinds: leak.kinds.map((found) => ({
      ...found,
      evidence: found.evidence.map((fact) => shownText(fact, paths.root)),
    })),
    stacks: leak.stacks.slice(0, stacks).map((stack) => ({ ...stack, frames: fewFrames(stack.frames, frames, paths) })),
  };
}

/** An explanation with no more than the page shows at this detail; what leads comes first, so it is the rest that is left out. */
export function lightExplanation(explanation: Explanation, detail: ExplanationDetail, paths: Paths): PageExplanation {
  const { iterations, leaks, handles } = explanation;
  return {
    iterations,
    leaks: leaks.slice(0, detail.leaks).map((leak) => lightLeak(leak, detail, paths)),
    further: leaks.slice(detail.leaks).map(({ className, count }) => ({ className, count })),
    handles: handles
      .slice(0, detail.leaks)
      .map((opened) => ({ ...opened, frames: fewFrames(opened.frames, detail.frames, paths) })),
    handlesLeftOut: Math.max(0, handles.length - detail.leaks),
  };
}
