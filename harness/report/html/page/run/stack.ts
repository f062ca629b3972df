import type { Frame } from '../../../../explain/explanation.ts';
import { folded, tellingFrames } from '../../../../explain/frames/telling.ts';
import { h } from '../dom.ts';

const OWNERS: Record<Frame['owner'], string> = {
  package: 'package',
  scenario: 'scenario',
  dependency: 'dependency',
  node: '',
};

function line({ functionName, file, line: number, exact, owner }: Frame): (string | HTMLElement)[] {
  const place = number === 0 ? file || 'V8' : `${file}:${number}`;
  const whose = OWNERS[owner];
  return [
    h('code', {}, functionName || '(anonymous)'),
    exact || owner === 'node' ? ' at ' : ' in ',
    h('span', { class: 'place' }, place),
    ...(whose === '' ? [] : [' ', h('span', { class: `owner ${owner}` }, whose)]),
  ];
}

/** Node's own functions in a row: by name where it is one, to be unfolded where they are more. */
function nodeLine(frames: readonly Frame[]): HTMLElement {
  const [outermost, ...inner] = [...frames].reverse();
  if (outermost === undefined || inner.length === 0) return h('span', { class: 'node' }, ...line(frames[0] as Frame));
  const all = frames.map((frame) => h('li', {}, ...line(frame)));
  const summary = h(
    'summary',
    {},
    `${frames.length} of Node’s own, by way of `,
    h('code', {}, outermost.functionName || '(anonymous)'),
  );
  return h('details', { class: 'node' }, summary, h('ol', { class: 'frames' }, ...all));
}

/** Who did it: the innermost function in the package and the one in the scenario first, the whole stack to be unfolded below. */
export function stack(frames: readonly Frame[]): HTMLElement {
  const telling = tellingFrames(frames);
  const folds = folded(frames);
  const first = telling.map((frame, i) => h('li', {}, i === 0 ? null : 'called by ', ...line(frame)));
  const whole = folds.map((fold) => h('li', {}, ...('frame' in fold ? line(fold.frame) : [nodeLine(fold.node)])));
  const rest =
    folds.length <= telling.length
      ? null
      : h('details', {}, h('summary', {}, 'Whole stack'), h('ol', { class: 'frames whole' }, ...whole));
  return h('div', { class: 'stack' }, h('ol', { class: 'frames' }, ...first), rest);
}
