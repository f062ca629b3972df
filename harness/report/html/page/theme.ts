import { h } from './dom.ts';

const CHOICES = ['system', 'light', 'dark'] as const;
type Theme = (typeof CHOICES)[number];
const KEY = 'steadyheap-theme';

/** Told when the colours have changed; charts are painted, not styled, and have to be drawn anew. */
export const themeChanges = new EventTarget();

function stored(): Theme {
  try {
    return CHOICES.find((choice) => choice === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    // Pages opened from disk have no storage in some browsers.
    return 'system';
  }
}

function choose(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // It then holds until the page is closed.
  }
  themeChanges.dispatchEvent(new Event('change'));
}

/** The switch between light, dark and what the system says. */
export function themeSwitch(): HTMLElement {
  const current = stored();
  choose(current);
  for (const query of ['(prefers-color-scheme: dark)', 'print']) {
    matchMedia(query).addEventListener('change', () => themeChanges.dispatchEvent(new Event('change')));
  }
  const options = CHOICES.map((choice) => h('option', { value: choice, selected: choice === current }, choice));
  const select = h('select', { 'aria-label': 'Colours', onchange: () => choose(select.value as Theme) }, ...options);
  return select;
}

const probe = document.createElement('span');

/** What a colour of the style sheet is at the moment, for a canvas. */
export function colorOf(name: string): string {
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
