import { shown } from '../../verdict/shown.ts';
import { titleOf } from '../words.ts';
import type { LocatedRun, Place } from './places.ts';

/** GitHub shows ten errors and ten warnings of a step and drops the rest. */
const MOST = 10;

/** A value of a workflow command; `property` for those before the `::`, where `,` and `:` mean something. */
function escapeValue(text: string, property: boolean): string {
  const value = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return property ? value.replaceAll(':', '%3A').replaceAll(',', '%2C') : value;
}

function command(level: 'error' | 'warning', { file, line }: Place, title: string, message: string): string {
  return `::${level} file=${escapeValue(file, true)},line=${line},title=${escapeValue(title, true)}::${escapeValue(message, false)}`;
}

/**
 * The failures as workflow commands of GitHub Actions, one a line: an error at each scenario that failed, with its
 * cause, a warning where what stays is allocated or defined, as far as that is in the repository. Empty without
 * failures.
 */
export function renderAnnotations(runs: readonly LocatedRun[]): string {
  const failed = runs.filter(({ run }) => !run.passed);
  const errors = failed.map(({ run, scenario }) =>
    command('error', scenario, shown(titleOf(run)), [run.reason, ...(run.cause ?? [])].map(shown).join('\n')),
  );
  const warnings = failed.flatMap(({ run, causes }) =>
    causes.map(({ place, classes }) => {
      const title = `${classes.map(shown).join(', ')} stays in memory`;
      return command(
        'warning',
        place,
        title,
        `Objects of this kind stay after each iteration of '${shown(run.scenario)}'.`,
      );
    }),
  );
  const lines = [errors, warnings].flatMap((each) => [...new Set(each)].slice(0, MOST));
  return lines.map((line) => `${line}\n`).join('');
}
