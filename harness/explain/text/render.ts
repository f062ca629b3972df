import { formatCount } from '../../verdict/format.ts';
import { shown } from '../../verdict/shown.ts';
import type { Explanation, Leak, OpenHandles } from '../explanation.ts';
import { tellingFrames } from '../frames/telling.ts';
import { beside, wrap } from './columns.ts';
import { frameLine, shownText, stackLines } from './frame-lines.ts';
import { counted, growsWith, handlesHead, leakHead, shareOf } from './heads.ts';

export interface TextOptions {
  /** Characters of a line. */
  width: number;
  /** Files are shown relative to it. */
  cwd: string;
  paint: { bold(text: string): string; dim(text: string): string; yellow(text: string): string };
}

/** Leaks that are told in full; the rest hold less, and often hang off the same. */
const TOLD_IN_FULL = 5;
/** Stacks of one leak; more hold little of it. */
const STACKS_TOLD = 3;

/** An explanation for a terminal. */
export function renderExplanation(explanation: Explanation, options: TextOptions): string {
  const { leaks, handles, iterations } = explanation;
  const told = leaks
    .slice(0, TOLD_IN_FULL)
    .map((leak, i) => renderLeak(leak, { number: i + 1, iterations, ...options }));
  const further = counted(leaks.slice(TOLD_IN_FULL));
  if (further !== '') told.push(wrap(shown(`Further: ${further}`), options.width).join('\n'));
  const nothing = `In ${iterations} iterations no object was found that stays, and no call that made what is still open: give it more with --iterations.`;
  const parts = [...told, ...handles.map((each) => renderHandles(each, options))];
  if (parts.length === 0) return nothing;
  const lead = `Cause, from a second pass of ${formatCount(iterations)} iterations that notes every allocation:`;
  return [lead, ...parts].join('\n\n');
}

/** The lines about what leads that fit under a failure: what it is, where it is allocated, what ends it. */
export function leadingLines({ leaks, handles }: Explanation, cwd: string): string[] {
  const [leak] = leaks;
  const [opened] = handles;
  const kinds = leak?.kinds ?? [];
  const stack = leak?.stacks[0]?.frames;
  const [frames, verb] = stack === undefined ? [opened?.frames ?? [], 'made'] : [stack, 'allocated'];
  const titles =
    leak === undefined && opened !== undefined ? [`${handlesHead(opened)}.`] : kinds.map(({ title }) => title);
  return [
    ...titles,
    ...tellingFrames(frames).map((frame, i) => `${i === 0 ? `${verb} by` : 'called by'} ${frameLine(frame, cwd)}`),
    ...new Set(kinds.map(({ remedy }) => `usually fixed so: ${remedy}`)),
  ];
}

function renderLeak(leak: Leak, options: TextOptions & { number: number; iterations: number }): string {
  const { paint, width, cwd, number, iterations } = options;
  const lines = [paint.bold(shown(`${number}. ${leakHead(leak, iterations)}`))];
  const say = (text: string, indent: string) => lines.push(...wrap(shown(shownText(`   ${text}`, cwd)), width, indent));
  if (leak.kinds.length === 0) say('not recognised: what keeps it is below', '   ');
  for (const { kind, title, evidence, remedy } of leak.kinds) {
    lines.push(...wrap(shown(`   ${kind}: ${title}`), width, '     ').map(paint.yellow));
    for (const fact of evidence) say(`  - ${fact}`, '       ');
    say(`  usually fixed so: ${remedy}`, '     ');
  }
  const more = growsWith(leak);
  if (more !== null) say(more, '     ');
  return [...lines, ...renderGraph(leak, options)].join('\n');
}

/** What keeps it, and beside it who allocated it. */
function renderGraph(leak: Leak, options: TextOptions): string[] {
  const { retainerPath, stacks } = leak;
  const { width, cwd, paint } = options;
  const column = Math.floor((width - 5) / 2);
  const kept = ['kept by', ...retainerPath.flatMap((step, i) => wrap(shown(`${i === 0 ? '' : '▸ '}${step}`), column))];
  const allocated = stacks.slice(0, STACKS_TOLD).flatMap((stack) => {
    const share = shareOf(stack, leak);
    const head = share === null ? ['allocated by'] : wrap(shown(`allocated by: ${share}`), column);
    return [...head, ...telling(stack.frames, cwd).flatMap((line) => wrap(shown(line), column, '    '))];
  });
  if (allocated.length === 0) allocated.push('allocated by', 'V8 does not tell');
  return beside(kept, allocated, column).map((line, i) => `   ${i === 0 ? paint.dim(line) : line}`);
}

/** The frames that say most, and then the whole stack where it is longer. */
function telling(frames: OpenHandles['frames'], cwd: string): string[] {
  const first = tellingFrames(frames).map((frame) => frameLine(frame, cwd));
  const whole = stackLines(frames, cwd);
  return whole.length > first.length ? [...first, 'whole stack:', ...whole.map((line) => `  ${line}`)] : whole;
}

function renderHandles(opened: OpenHandles, { cwd, paint, width }: TextOptions): string {
  const head = wrap(shown(handlesHead(opened)), width).map(paint.bold);
  const lines = telling(opened.frames, cwd).flatMap((line, i) =>
    wrap(shown(`   ${i === 0 ? 'by ' : ''}${line}`), width, '       '),
  );
  return [...head, ...lines].join('\n');
}
