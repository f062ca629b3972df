import path from 'node:path';
import type { RunResult } from '../../../harness/run/result.ts';
import type { Claim, Evidence } from './claim.ts';
import { decide } from './decide.ts';
import { phrase } from './phrase.ts';
import type { PlainOutput, PlainOutputs } from './plain-output.ts';
import type { Reproduction } from './reproductions.ts';

const INTRODUCTION = `# Findings

What is said of these systems, held against measurements. \`by\` tells who says so: a review, the authors by the fix they
chose, or nobody before it was measured. Each row is decided by the runs it names: when one of them ends otherwise, it
says \`undecided\`. What fills up and stops (\`saturating\`) counts as clean, and as draining. The last column is what a plain script
printed that measures without the harness; the scripts are below.

Bytes are heap and external memory per iteration, without compilers (\`--no-opt --no-maglev --no-sparkplug
--no-lazy-feedback-allocation\`).

Written by \`npm run findings -- RESULTS...\` from result files of \`steadyheap run\`, and from what
\`npm run findings:plain\` kept of the scripts; do not edit.
`;

/** The table of all claims. */
export function renderClaims(claims: readonly Claim[], results: readonly RunResult[], outputs: PlainOutputs): string {
  const rows = claims.map((claim) => {
    const { finding, runs } = decide(claim, results);
    return [claim.system, claim.by, claim.claim, measured(claim, runs), `**${finding}**`, plainCell(claim, outputs)];
  });
  const header = ['system', 'by', 'claim', 'measured', 'finding', 'without the harness'];
  return `${INTRODUCTION}\n${table(header, rows)}\n`;
}

/** The scripts, each with what it printed. */
export function renderReproductions(reproductions: readonly Reproduction[], outputs: PlainOutputs): string {
  const of = (against: Reproduction['against']) =>
    reproductions.filter((each) => each.against === against).map((each) => renderReproduction(each, outputs));
  return [
    '## Minimal reproductions',
    'What each prints was measured with the flags at the top of this page, on the Node of the harness.',
    '### Against a public package',
    'Each is whole: paste it into a file of that name in an empty folder (or in the copy of a folder that its first line\nnames), and run the commands of its first lines there.',
    ...of('package'),
    '### Against specimens of this repository',
    'These run in place, with Node 22.18 or later: the command of the first line, from the root of the repository.',
    ...of('specimens'),
  ].join('\n\n');
}

function renderReproduction({ name, source }: Reproduction, outputs: PlainOutputs): string {
  const printed = (outputs[name] ?? []).map(({ version, lines }) =>
    [...(version === null ? [] : [`# ${version}`]), ...lines].join('\n'),
  );
  const prints = printed.length === 0 ? [] : [`prints\n\n${fenced('', printed.join('\n\n'))}`];
  return [`#### ${name}`, fenced('js', source.trimEnd()), ...prints].join('\n\n');
}

/** A Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** One line for each version, under the name of the scenario that it ran. */
function measured({ decidedBy }: Claim, runs: readonly (RunResult | undefined)[]): string {
  return decidedBy.map((evidence, i) => `${heading(decidedBy, i, runs[i])}${line(evidence, runs[i])}`).join('<br>');
}

function heading(decidedBy: readonly Evidence[], i: number, run: RunResult | undefined): string {
  const { scenario } = decidedBy[i] as Evidence;
  if (decidedBy[i - 1]?.scenario === scenario) return '';
  return run === undefined ? `_${scenario}_<br>` : `_[${scenario}](${linkTo(run.file)})_<br>`;
}

function line({ version, gauges }: Evidence, run: RunResult | undefined): string {
  return `${version}: ${run ? phrase(run, Object.keys(gauges)) : 'not run'}`;
}

/** From the folder of the page. */
function linkTo(file: string): string {
  return path.posix.join('..', file);
}

function plainCell({ plain }: Claim, outputs: PlainOutputs): string {
  return plain
    .map(({ script, lines }) => [linkToScript(script), ...said(outputs[script] ?? [], lines)].join('<br>'))
    .join('<br>');
}

function linkToScript(name: string): string {
  return `[${name}](../scenarios/reviewed/plain/${name})`;
}

/** The lines that begin so. */
function said(outputs: readonly PlainOutput[], beginnings: readonly string[]): string[] {
  return outputs.flatMap(({ version, lines }) =>
    lines
      .filter((line) => beginnings.some((beginning) => line.startsWith(beginning)))
      .map((line) => (version === null ? line : `${version}: ${line}`)),
  );
}
