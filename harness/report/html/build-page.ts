import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';
import type { FillPage } from './prepare-page.ts';

const PAGE = new URL('./page/', import.meta.url);

/** Takes the style sheets out of the bundle; they are read side by side, so their order is that of the bundle's modules. */
function collectStyles(styles: Map<string, string>): Plugin {
  return {
    name: 'collect-styles',
    load: {
      filter: { id: /\.css$/ },
      async handler(id) {
        styles.set(id, await readFile(id, 'utf8'));
        return { code: '', moduleType: 'js', moduleSideEffects: 'no-treeshake' };
      },
    },
  };
}

/**
 * Bundles the page into one HTML text that needs nothing else, with a place for the data.
 *
 * It is bundled whenever a report is written, which takes a fraction of a second, so that there is neither a built file that
 * may be stale nor a cache. A policy forbids it to load anything or to run any script but its own.
 */
export async function buildPage(): Promise<FillPage> {
  const styles = new Map<string, string>();
  const bundle = await rolldown({
    input: fileURLToPath(new URL('main.ts', PAGE)),
    platform: 'browser',
    logLevel: 'silent',
    plugins: [collectStyles(styles)],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const [{ code, moduleIds }] = output;
  // A later sheet overrules an earlier one.
  const style = moduleIds.flatMap((id) => styles.get(id) ?? []).join('\n');
  const html = await readFile(new URL('index.html', PAGE), 'utf8');
  return (data) => assemble(html, { script: code.trim(), style, data });
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function assemble(html: string, { script, style, data }: { script: string; style: string; data: string }): string {
  // Inside a script element only its own end tag ends it.
  const code = script.replaceAll('</script', '<\\/script');
  const policy = `default-src 'none'; script-src ${hash(code)}; style-src ${hash(style)}; img-src data:`;
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<style>${style}</style>\n</head>`;
  // Functions, as a text to replace with may hold `$&`.
  return html
    .replace('</head>', () => head)
    .replace('<script type="application/json" id="data"></script>', (element) =>
      element.replace('><', () => `>${data}<`),
    )
    .replace('<script type="module" src="./main.ts"></script>', () => `<script>${code}</script>`);
}
