import type { ReportData } from '../data/report-data.ts';
import { h } from './dom.ts';
import { OverviewPage } from './overview/overview-page.ts';
import { parseRoute, toOverview, toScenario, toVersions } from './route.ts';
import { RunPage } from './run/run-page.ts';
import { themeSwitch } from './theme.ts';
import { ScenarioVersionsPage } from './versions/scenario-versions-page.ts';
import { groupByScenario } from './versions/scenarios.ts';
import { VersionsPage } from './versions/versions-page.ts';

/** The whole report: a header, and below it the page that the address names. */
export class ReportApp extends HTMLElement {
  readonly #data: ReportData;
  readonly #main = h('main', { id: 'main', tabindex: -1 });
  readonly #links: HTMLAnchorElement[];

  constructor(data: ReportData) {
    super();
    this.#data = data;
    this.#links = [h('a', { href: toOverview }, 'Runs'), h('a', { href: toVersions }, 'Versions')];
  }

  connectedCallback(): void {
    const skip = h('a', { class: 'skip', href: '#main', onclick: (event) => this.#toMain(event) }, 'To the content');
    const name = h('a', { class: 'name', href: toOverview }, 'steadyheap');
    const nav = h('nav', { 'aria-label': 'Pages' }, ...this.#links);
    this.append(h('header', { class: 'bar' }, skip, name, nav, themeSwitch()), this.#main);
    addEventListener('hashchange', () => {
      this.#show();
      this.#main.focus({ preventScroll: true });
      scrollTo(0, 0);
    });
    // Printed, everything is to be seen.
    addEventListener('beforeprint', () => {
      for (const details of this.querySelectorAll('details')) details.open = true;
    });
    this.#show();
  }

  #toMain(event: Event): void {
    event.preventDefault();
    this.#main.focus();
  }

  #show(): void {
    const page = this.#page();
    const title = page.querySelector('h1')?.textContent;
    this.#main.replaceChildren(page);
    document.title = `${page.getAttribute('data-title') ?? title ?? 'report'} · steadyheap`;
    for (const link of this.#links) {
      const here = link.hash === (this.#address().startsWith(toVersions) ? toVersions : toOverview);
      if (here) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  #address(): string {
    return location.hash || (this.#data.comparison === null ? toOverview : toScenario(0));
  }

  #page(): HTMLElement {
    const { runs } = this.#data;
    const route = parseRoute(this.#address());
    if (route.page === 'run' && route.index < runs.length) return new RunPage(runs, route.index);
    const scenarios = groupByScenario(runs);
    if (route.page === 'scenario' && route.index < scenarios.length) {
      return new ScenarioVersionsPage(scenarios[route.index], this.#data.comparison);
    }
    return route.page === 'versions' || route.page === 'scenario'
      ? new VersionsPage(scenarios)
      : new OverviewPage(this.#data);
  }
}

customElements.define('report-app', ReportApp);
