import { h } from './dom.ts';

/** Pixels that may be out of sight by rounding. */
const ROUNDING = 1;

/**
 * What may be wider than the page. Where it is, it is scrolled sideways, by keyboard too; its edges fade on the side where
 * there is more, and a line below says so.
 *
 * @param label What it is, for those who do not see it.
 */
export class ScrollBox extends HTMLElement {
  readonly #label: string;
  readonly #view: HTMLElement;
  readonly #hint = h('p', { class: 'hint', hidden: true }, 'Scroll sideways to see the rest.');
  readonly #resize = new ResizeObserver(() => this.#look());

  constructor(label: string, content: Element) {
    super();
    this.#label = label;
    this.#view = h('div', { class: 'scroll', onscroll: () => this.#look() }, content);
  }

  connectedCallback(): void {
    this.append(this.#view, this.#hint);
    this.#resize.observe(this.#view);
    for (const content of this.#view.children) this.#resize.observe(content);
    this.#look();
  }

  disconnectedCallback(): void {
    this.#resize.disconnect();
  }

  #look(): void {
    const { scrollWidth, clientWidth, scrollLeft } = this.#view;
    const hidden = scrollWidth - clientWidth;
    const isWider = hidden > ROUNDING;
    this.#hint.hidden = !isWider;
    this.toggleAttribute('data-before', isWider && scrollLeft > ROUNDING);
    this.toggleAttribute('data-after', isWider && scrollLeft < hidden - ROUNDING);
    // What cannot be scrolled is no stop for the keyboard.
    const attributes = { tabindex: '0', role: 'region', 'aria-label': this.#label };
    for (const [name, value] of Object.entries(attributes)) {
      if (isWider) this.#view.setAttribute(name, value);
      else this.#view.removeAttribute(name);
    }
  }
}

customElements.define('scroll-box', ScrollBox);
