import type { RunResult } from '../../../harness/run/result.ts';
import type { Claim } from './claim.ts';
import { decide } from './decide.ts';

/** A script that shows a finding without the harness. */
export interface Reproduction {
  name: string;
  source: string;
}

const INTRODUCTION = `# Findings

What is said of these systems, held against measurements. \`by\` tells who says so: a review, the authors by the fix they
chose, or nobody before it was measured. Each row is decided by the runs it names: when one of them ends otherwise, it
says \`undecided\`. Written by \`node scenarios/reviewed/findings/write.ts RESULTS...\` from result files; do not edit.

Bytes are heap and external memory per iteration, without compilers (\`--no-opt --no-maglev --no-sparkplug
--no-lazy-feedback-allocation\`).
`;

/** The page: a table of all claims, then the scripts that show findings without the harness. */
export function renderFindings(
  claims: readonly Claim[],
  runs: readonly RunResult[],
  reproductions: readonly Reproduction[],
): string {
  const rows = claims.map((claim) => {
    const { finding, measured } = decide(claim, runs);
    return [
      claim.system,
      claim.by,
      claim.claim,
      measured.join('<br>'),
      `**${finding}**`,
      claim.plain ? link(claim.plain) : '',
    ];
  });
  const table = [
    ['system', 'by', 'claim', 'measured', 'finding', 'without the harness'],
    Array<string>(6).fill('---'),
    ...rows,
  ].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  const scripts = reproductions.map(({ name, source }) => `### ${name}\n\n\`\`\`js\n${source.trimEnd()}\n\`\`\``);
  return [INTRODUCTION, `${table.join('\n')}\n`, '## Minimal reproductions\n', `${scripts.join('\n\n')}\n`].join('\n');
}

function link(script: string): string {
  return `[${script}](../scenarios/reviewed/plain/${script})`;
}
