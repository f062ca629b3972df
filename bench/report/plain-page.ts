import { heapLabel, objectsLabel, packageLabel, secondsLabel, verdictLabel } from '../../harness/report/words.ts';
import type { ResultFile } from '../../harness/run/result.ts';

/** The least a browser has to do to show the runs: one table as HTML, without any script or style sheet. */
export function plainPage({ runs }: ResultFile): string {
  const rows = runs.map((run) => {
    const { scenario, cost } = run;
    const texts = [packageLabel(run), verdictLabel(run), heapLabel(run), objectsLabel(run), secondsLabel(cost.wallMs)];
    const cells = texts.map((text) => `<td>${escaped(text)}</td>`).join('');
    return `<tr><th>${escaped(scenario)}</th>${cells}</tr>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>plain</title><table><tbody>${rows.join('\n')}</tbody></table>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
