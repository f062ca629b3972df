import { counted } from '../../harness/compare/counted.ts';
import { formatBytes } from '../../harness/verdict/format.ts';
import type { SmallestLeak } from './limits.ts';
import type { Group, Measurement, RatedScore, ScoresByRule } from './measurement.ts';
import { markdownTable } from './table.ts';

function percent(rate: number | null): string {
  if (rate === null) return '-';
  // 99.6 % is not 100 %.
  const rounded = rate < 1 ? Math.min(99, Math.round(rate * 100)) : 100;
  return `${rounded} %`;
}

/** Leaks found, false alarms, precision and recall of each rule. */
export function overallTable(scores: ScoresByRule): string {
  const header = ['', 'leaks found', 'false alarms', 'no answer', 'not measured', 'precision', 'recall'];
  const rows = Object.entries(scores).map(([rule, score]) => [
    rule,
    `${score.found} of ${score.leaks}`,
    `${score.falseAlarms} of ${score.calm}`,
    String(score.unanswered),
    String(score.unmeasured),
    percent(score.precision),
    percent(score.recall),
  ]);
  return markdownTable(header, rows);
}

/** Precision and recall of each rule for each group: `100 % / 97 %`, and how many cases there are. */
export function groupTable(what: string, groups: readonly Group[], rules: readonly string[]): string {
  const rates = (score: RatedScore | undefined) =>
    score === undefined ? '' : `${percent(score.precision)} / ${percent(score.recall)}`;
  const rows = groups.map(({ name, leaks, calm, scores }) => [
    name,
    String(leaks),
    String(calm),
    ...rules.map((rule) => rates(scores[rule])),
  ]);
  return markdownTable([what, 'leaks', 'calm', ...rules], rows);
}

/** Each wrong verdict of steadyheap, as a list; a sentence when there is none. */
export function wrongList({ wrong }: Pick<Measurement, 'wrong'>): string {
  if (wrong.length === 0) return 'None.';
  return wrong.map(({ id, why }) => `- ${id}: ${why}`).join('\n');
}

function leakSentence(how: string, leak: SmallestLeak | null): string {
  if (leak === null) return `No leak was found ${how}.`;
  const bytes = leak.bytesPerIteration;
  const shown = bytes < 1 ? `${Number(bytes.toFixed(3))} B` : formatBytes(bytes);
  return `The smallest leak found ${how}: ${shown} an iteration (${leak.id}).`;
}

function residueSentence({ runs, zero, most, id }: Measurement['residue']): string {
  if (runs === 0) return 'No clean run was measured.';
  const flat = `Of ${counted(runs, 'run')} that ended clean, the heap of ${zero} grew by exactly 0 bytes`;
  if (most === 0) return `${flat}.`;
  return `${flat}; the largest reading was ${Number(most.toFixed(1))} B an iteration (${id}), which swings or does not stay.`;
}

/** The noise floor, what calm runs read, and the smallest leaks found. */
export function limitLines({
  noiseFloor,
  residue,
  smallest,
}: Pick<Measurement, 'noiseFloor' | 'residue' | 'smallest'>) {
  const { bytesPerBatch, perIteration } = noiseFloor;
  return [
    `Noise floor: growth of less than ${bytesPerBatch} bytes a batch is not judged, which is ` +
      `${perIteration} B an iteration with the default 10 batches of 10, and less in a run that was doubled. Classes ` +
      'of objects are counted, and have no noise floor.',
    residueSentence(residue),
    leakSentence('by bytes alone', smallest.byBytes),
    leakSentence('as objects', smallest.byObjects),
  ];
}

function timesLabel(times: number): string {
  return times < 3 ? (['never', 'once', 'twice'][times] as string) : `${times} times`;
}

/** What repetitions have shown. */
export function repetitionLines({ repetitions: { runs, cases, changed } }: Pick<Measurement, 'repetitions'>): string[] {
  if (cases.every(({ times }) => times < 2)) return ['Each scenario was run once.'];
  const each = cases.map(({ times, cases: count }) => `${counted(count, 'case')} ${timesLabel(times)}`);
  const often = `${counted(runs, 'run')}: ${each.join(', ')}`;
  if (changed.length === 0) return [`${often}. No verdict changed.`];
  const listed = changed.map(({ id, verdicts }) => {
    const counts = Object.entries(verdicts).map(([verdict, count]) => `${timesLabel(count)} ${verdict}`);
    return `- ${id}: ${counts.join(', ')}`;
  });
  return [`${often}. The verdict of ${counted(changed.length, 'case')} changed:`, ...listed];
}

/** Whether memlab found what our census did. */
export function secondOpinionLines({
  secondOpinion: { runs, differing },
}: Pick<Measurement, 'secondOpinion'>): string[] {
  const held = "Survivors told by their ids in the last snapshot, against memlab's difference of three snapshots:";
  if (differing.length === 0) return [`${held} the same in ${runs === 1 ? 'the only run' : `all ${runs} runs`}.`];
  const listed = differing.map(({ id, note }) => `- ${id}: ${note}`);
  return [
    `${held} the same in ${runs - differing.length} of ${counted(runs, 'run')}, and not in ${differing.length === 1 ? 'this' : 'these'}:`,
    ...listed,
  ];
}

/** What the rules cost that tell it. */
export function costLines({ costs }: Pick<Measurement, 'costs'>): string[] {
  return costs.map(({ rule, cases, ms }) => {
    const parts = Object.entries(ms).map(([what, each]) => `${what} ${Math.round(each)} ms`);
    return `Inside the measured program, medians over ${counted(cases, 'case')}, ${rule} takes: ${parts.join(', ')}.`;
  });
}

/** The whole measurement for a terminal. */
export function renderReport(measurement: Measurement): string {
  return [
    overallTable(measurement.overall),
    'Precision / recall:',
    groupTable('kind', measurement.byKind, measurement.rules),
    'Wrong verdicts:',
    wrongList(measurement),
    ...limitLines(measurement),
    repetitionLines(measurement).join('\n'),
    secondOpinionLines(measurement).join('\n'),
    ...costLines(measurement),
  ].join('\n\n');
}
