/** For work on the page: `npx vite harness/report/html/page` shows reports/results.json and follows every change. */
import { readFile } from 'node:fs/promises';
import { defineConfig } from 'vite';
import type { ResultFile } from '../../../run/result.ts';
import { embed } from '../data/embed.ts';

async function currentResults(): Promise<string> {
  const root = `${process.cwd()}/`;
  const { platform, startedAt, runs } = JSON.parse(await readFile('reports/results.json', 'utf8')) as ResultFile;
  return embed({ platform, startedAt, comparison: null, root, runs: runs.map((run) => ({ run, logTail: [] })) });
}

export default defineConfig({
  plugins: [
    {
      name: 'current-results',
      async transformIndexHtml(html) {
        const data = await currentResults();
        return html.replace('id="data">', (start) => start + data);
      },
    },
  ],
});
