/**
 * uPlot formats numbers in the browser's language as soon as it is loaded, and throws where that is no language tag:
 * Chromium says `en-US@posix` under LANG=C. Such a browser is told to speak English, before uPlot is loaded.
 */
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-US' });
}
