/** The cause of what has grown, as the second pass found it. */
import type { Leak, OpenHandles } from '../../../../explain/explanation.ts';
import type { Recognition } from '../../../../explain/recognise/recognition.ts';
import { counted, growsWith, handlesHead, leakHead, shareOf } from '../../../../explain/text/heads.ts';
import { formatCount } from '../../../../verdict/format.ts';
import type { PageRun } from '../../data/report-data.ts';
import { h, prose } from '../dom.ts';
import { stack } from './stack.ts';

/** What leads to the growth, each leak with its kind, what keeps it and who allocated it; null where no cause was found or looked for. */
export function cause({ cause: lines = [], explanation }: PageRun): HTMLElement | null {
  if (explanation === undefined || explanation.leaks.length + explanation.handles.length === 0) return leading(lines);
  const { iterations, leaks, further, handles, handlesLeftOut } = explanation;
  const more = counted(further);
  return h(
    'div',
    { class: 'leaks' },
    h(
      'p',
      { class: 'quiet' },
      `Found in a second pass of ${formatCount(iterations)} iterations, which notes who allocates.`,
    ),
    ...leaks.map((leak, i) => leakPart(leak, i + 1, iterations)),
    more === '' ? null : h('p', { class: 'further' }, `Further: ${more}`),
    ...handles.map(handlesPart),
    handlesLeftOut === 0 ? null : h('p', { class: 'quiet' }, `The result file has ${handlesLeftOut} more.`),
  );
}

/** The lines of a result that has no more of its cause. */
function leading(lines: readonly string[]): HTMLElement | null {
  return lines.length === 0 ? null : h('ul', { class: 'cause' }, ...lines.map((line) => h('li', {}, ...prose(line))));
}

function leakPart(leak: Leak, number: number, iterations: number): HTMLElement {
  const more = growsWith(leak);
  const unknown = h('p', { class: 'quiet' }, 'Not recognised: what keeps it is below.');
  return h(
    'article',
    { class: 'leak' },
    h('h3', {}, `${number}. ${leakHead(leak, iterations)}`),
    ...(leak.kinds.length === 0 ? [unknown] : leak.kinds.map(kindPart)),
    more === null ? null : h('p', { class: 'quiet' }, `${more.charAt(0).toUpperCase()}${more.slice(1)}`),
    h('div', { class: 'graph' }, keptBy(leak), allocatedBy(leak)),
  );
}

function kindPart({ kind, title, evidence, remedy }: Recognition): HTMLElement {
  return h(
    'div',
    { class: 'kind' },
    h('p', { class: 'kind-title' }, h('span', { class: 'tag' }, kind), ' ', ...prose(title)),
    h('ul', { class: 'evidence' }, ...evidence.map((fact) => h('li', {}, ...prose(fact)))),
    h('p', {}, h('strong', {}, 'Usually fixed so:'), ' ', ...prose(remedy)),
  );
}

function keptBy({ retainerPath }: Leak): HTMLElement {
  const steps = retainerPath.map((step, i) =>
    h('li', {}, i === 0 ? null : h('span', { class: 'arrow', 'aria-hidden': 'true' }, '▸ '), step),
  );
  return h('div', {}, h('h4', {}, 'Kept by'), h('ol', { class: 'kept' }, ...steps));
}

function allocatedBy(leak: Leak): HTMLElement {
  const parts = leak.stacks.flatMap((each) => {
    const share = shareOf(each, leak);
    return [share === null ? null : h('p', { class: 'quiet' }, share), stack(each.frames)];
  });
  const told = parts.length === 0 ? [h('p', { class: 'quiet' }, 'V8 does not tell.')] : parts;
  return h('div', {}, h('h4', {}, 'Allocated by'), ...told);
}

function handlesPart(opened: OpenHandles): HTMLElement {
  return h(
    'article',
    { class: 'leak' },
    h('h3', {}, handlesHead(opened)),
    h('h4', {}, 'Made by'),
    stack(opened.frames),
  );
}
