import { formatBytes, formatCount } from '../../../../verdict/format.ts';
import type { PageRun } from '../../data/report-data.ts';
import { h } from '../dom.ts';
import { chainOf, type RetainerStep, retainerTree } from './retainer-tree.ts';

/** Forks of the tree that are open from the start. */
const OPEN_DEPTH = 1;

function line(step: RetainerStep): { names: HTMLElement; end: RetainerStep; size: HTMLElement } {
  const { names, end } = chainOf(step);
  const parts = names.flatMap((name, i) => [
    ...(i === 0 ? [] : [h('span', { class: 'arrow', 'aria-hidden': 'true' }, ' ▸ ')]),
    h('span', { class: 'step' }, name),
  ]);
  const size = h('span', { class: 'size' }, `${formatCount(step.count)} objects, ${formatBytes(step.retainedBytes)}`);
  return { names: h('span', { class: 'path' }, ...parts), end, size };
}

function branch(step: RetainerStep, depth: number): HTMLElement {
  const { names, end, size } = line(step);
  const places = end.classes.flatMap(({ definedAt }) => (definedAt === null ? [] : [definedAt]));
  const defined = places.length === 0 ? null : h('div', { class: 'quiet place' }, `defined at ${places.join(', ')}`);
  if (end.below.length === 0) return h('li', { class: 'leaf' }, names, ' ', size, defined);
  const below = h('ul', {}, ...end.below.map((each) => branch(each, depth + 1)));
  return h('li', {}, h('details', { open: depth < OPEN_DEPTH }, h('summary', {}, names, ' ', size), defined, below));
}

/** What keeps the survivors, as a tree that can be opened step by step; null when nothing survives. */
export function survivors({ classes }: PageRun): HTMLElement | null {
  const tree = retainerTree(classes);
  return tree.length === 0 ? null : h('ul', { class: 'tree' }, ...tree.map((step) => branch(step, 0)));
}
