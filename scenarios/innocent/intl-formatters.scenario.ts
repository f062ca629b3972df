import { scenario } from 'steadyheap';

const LOCALES = ['de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'sv', 'tr'];

// Innocent: a formatter for each of twelve locales, made when a visitor of that locale first comes.
export default scenario('Intl formatters cached by locale', {
  warmup: 50,
  setup: () => ({ formatters: new Map<string, Intl.NumberFormat>() }),
  iterate({ formatters }, i) {
    const locale = LOCALES[Math.floor(i / 20) % LOCALES.length] as string;
    const formatter = formatters.get(locale) ?? new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
    formatters.set(locale, formatter);
    return formatter.format(i / 7);
  },
});
