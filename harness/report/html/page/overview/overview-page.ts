import type { PageRun, ReportData } from '../../data/report-data.ts';
import { MARKS, type Outcome, outcomeOf } from '../badge.ts';
import { h } from '../dom.ts';
import { runRow } from './run-row.ts';
import { type Listed, type Selection, type SortKey, select } from './selection.ts';

interface Column {
  title: string;
  key: SortKey | null;
  number?: true;
}

const COLUMNS: readonly Column[] = [
  { title: 'scenario', key: 'scenario' },
  { title: 'package', key: 'package' },
  { title: 'verdict', key: 'outcome' },
  { title: 'heap/iteration', key: 'heap', number: true },
  { title: 'heap over the run', key: null },
  { title: 'objects/iteration', key: 'objects', number: true },
  { title: 'handles/iteration', key: null, number: true },
  { title: 'time', key: 'time', number: true },
];

/** Shown where at least one run was held against a baseline. */
const BASELINE_COLUMN: Column = { title: 'baseline', key: 'baseline' };

const OUTCOMES: readonly { outcome: Outcome; word: string }[] = [
  { outcome: 'failed', word: 'failed' },
  { outcome: 'known', word: 'known' },
  { outcome: 'passed', word: 'passed' },
];

/** Rows drawn at once: more than a screen has. */
const FIRST_ROWS = 60;
/** Rows drawn with each frame after that: every frame lays out the whole table anew, and 2,000 rows take 0.3 s of CPU. */
const MORE_ROWS = 2000;

/** Outlives the page, so that one comes back from a run to the same list. */
let selection: Selection = {
  words: '',
  outcomes: new Set(OUTCOMES.map(({ outcome }) => outcome)),
  key: 'outcome',
  descending: true,
};

/** All runs: what they came to, to be filtered and sorted. */
export class OverviewPage extends HTMLElement {
  readonly #data: ReportData;
  readonly #body = h('tbody');
  readonly #shown = h('p', { class: 'shown', role: 'status' });
  readonly #columns: readonly Column[];
  readonly #heads: HTMLTableCellElement[];
  #pending = 0;
  #later = 0;

  constructor(data: ReportData) {
    super();
    this.#data = data;
    const held = data.runs.some(({ baseline }) => baseline !== undefined);
    this.#columns = held ? [...COLUMNS, BASELINE_COLUMN] : COLUMNS;
    this.#heads = this.#columns.map(({ title, key, number }) => {
      const button = key === null ? title : h('button', { type: 'button', onclick: () => this.#sort(key) }, title);
      return h('th', { scope: 'col', class: number ? 'number' : '' }, button);
    });
  }

  connectedCallback(): void {
    const { runs, startedAt, platform } = this.#data;
    const failed = runs.filter((run) => !run.passed).length;
    const title = failed === 0 ? 'All runs passed' : `${failed} of ${runs.length} runs failed`;
    const nodes = [...new Set(runs.map(({ node }) => node).filter(Boolean))].join(', ');
    const started = new Date(startedAt).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
    this.append(
      h('h1', {}, title),
      h('p', { class: 'quiet' }, [started, platform, nodes && `Node ${nodes}`].filter(Boolean).join(' · ')),
      h('div', { class: 'tools', role: 'search' }, this.#search(), this.#outcomes(), this.#shown),
      h(
        'table',
        { class: 'runs' },
        h('caption', { class: 'unseen' }, 'Runs'),
        h('thead', {}, h('tr', {}, ...this.#heads)),
        this.#body,
      ),
    );
    this.#list();
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  #search(): HTMLElement {
    const input = h('input', {
      type: 'search',
      placeholder: 'scenario, package, verdict …',
      'aria-label': 'Filter the runs',
      value: selection.words,
      oninput: () => this.#change({ words: input.value }),
    });
    return input;
  }

  #outcomes(): HTMLElement {
    const boxes = OUTCOMES.map(({ outcome, word }) => {
      const count = this.#data.runs.filter((run) => outcomeOf(run) === outcome).length;
      const box = h('input', {
        type: 'checkbox',
        checked: selection.outcomes.has(outcome),
        onchange: () => {
          const outcomes = new Set(selection.outcomes);
          if (box.checked) outcomes.add(outcome);
          else outcomes.delete(outcome);
          this.#change({ outcomes });
        },
      });
      return h('label', { class: `badge ${outcome}` }, box, `${MARKS[outcome]} ${count} ${word}`);
    });
    return h('fieldset', { class: 'outcomes' }, h('legend', { class: 'unseen' }, 'Show'), ...boxes);
  }

  #sort(key: SortKey): void {
    const text = key === 'scenario' || key === 'package';
    this.#change({ key, descending: selection.key === key ? !selection.descending : !text });
  }

  #change(change: Partial<Selection>): void {
    selection = { ...selection, ...change };
    this.#list();
  }

  #list(): void {
    for (const [i, head] of this.#heads.entries()) {
      if (this.#columns[i].key !== selection.key) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', selection.descending ? 'descending' : 'ascending');
    }
    const { runs } = this.#data;
    const listed = select(runs, selection);
    this.#shown.textContent =
      listed.length === runs.length ? `${runs.length} runs` : `${listed.length} of ${runs.length} runs`;
    this.#stop();
    this.#body.replaceChildren();
    this.#draw(listed, FIRST_ROWS);
  }

  /** Draws no more of the list. */
  #stop(): void {
    cancelAnimationFrame(this.#pending);
    clearTimeout(this.#later);
  }

  /** The first rows at once, then the others, many with each frame. */
  #draw(rest: Listed<PageRun>[], count: number): void {
    const held = this.#columns.includes(BASELINE_COLUMN);
    this.#body.append(...rest.slice(0, count).map((listed) => runRow(listed, held)));
    const left = rest.slice(count);
    if (left.length === 0) return;
    // A frame's own callback runs before that frame is painted: what is there is to be seen first.
    this.#pending = requestAnimationFrame(() => {
      this.#later = window.setTimeout(() => this.#draw(left, MORE_ROWS));
    });
  }
}

customElements.define('overview-page', OverviewPage);
