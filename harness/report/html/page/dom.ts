/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readable, readableText } from './readable.ts';

type Child = Node | string | null;

/** Attributes; a boolean one is there or not, and `on…` adds a listener. */
type Attributes = Record<string, string | number | boolean | ((event: Event) => void)>;

/** Elements that hold text and nothing else. */
const TEXT_ONLY: ReadonlySet<string> = new Set(['option', 'title']);

/** A text as it is shown; of a word of which only the ends are shown, the whole is told where the pointer rests on it. */
function shownText(text: string): (string | HTMLElement)[] {
  return readable(text).map((piece) => {
    if (piece.whole === null) return piece.text;
    const word = document.createElement('span');
    word.className = 'shortened';
    word.title = piece.whole;
    word.append(piece.text);
    return word;
  });
}

function fill(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else element.setAttribute(name, String(value));
  }
  const isPlain = TEXT_ONLY.has(element.localName) || element instanceof SVGElement;
  for (const child of children) {
    if (typeof child !== 'string') element.append(...(child === null ? [] : [child]));
    else element.append(...(isPlain ? [readableText(child)] : shownText(child)));
  }
}

/** An element. What is text stays text: nothing that was measured is ever read as markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

/** A sentence of steadyheap's own, what it quotes in backticks as code. */
export function prose(text: string): Child[] {
  return text.split(/`([^`]+)`/).map((part, i) => (i % 2 === 0 ? part : h('code', {}, part)));
}

/** An SVG element. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  fill(element, attributes, children);
  return element;
}

/** A part of a page with its heading; null without content. */
export function section(title: string, ...children: Child[]): HTMLElement | null {
  const content = children.filter((child) => child !== null);
  return content.length === 0 ? null : h('section', {}, h('h2', {}, title), ...content);
}
