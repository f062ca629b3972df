import type { Comparison } from '../compare/comparison.ts';
import { renderMarkdown } from '../report/comparison-markdown.ts';
import { writeReport } from '../report/html/write-report.ts';
import { resultFile } from '../report/result-file.ts';
import { writeWhole } from '../report/write-whole.ts';
import { leaveOutputs, type Outputs } from './output.ts';
import type { World } from './world.ts';

/** The files of a comparison; absolute. */
interface ComparisonFiles {
  json: string;
  html: string;
  /** Null when none is asked for. */
  markdown: string | null;
}

/** Writes a comparison to its files and tells which there are. Resolves to whether all could be written. */
export function leaveComparison(comparison: Comparison, files: ComparisonFiles, world: World): Promise<boolean> {
  const runs = comparison.columns.flatMap(({ rounds }) => rounds);
  const results = resultFile(runs, new Date(comparison.startedAt), world.cwd);
  const outputs: Outputs = [
    [files.json, (file) => writeWhole(file, `${JSON.stringify(comparison, null, 2)}\n`)],
    [files.html, (file) => writeReport(file, results, world.cwd, { comparison })],
  ];
  if (files.markdown !== null) outputs.push([files.markdown, (file) => writeWhole(file, renderMarkdown(comparison))]);
  return leaveOutputs(outputs, world);
}
