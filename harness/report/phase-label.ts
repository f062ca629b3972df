import type { Progress } from '../run/recorder.ts';

/** What is done in a phase, for a reader who knows none of the words of a result file. */
const WORDS: Readonly<Record<string, string>> = {
  setup: 'setting up',
  'warm-up': 'warming up',
  baseline: 'taking the first snapshot of the heap',
  'segment 1': 'measuring, first half',
  'segment 2': 'measuring, second half',
  teardown: 'tearing down',
  memlab: 'waiting for the second opinion of memlab',
  'explain: setup': 'looking for the cause, setting up',
  explain: 'looking for the cause, noting who allocates',
  'explain: analysis': 'looking for the cause, reading the heap',
};

function wordsOf(phase: string): string {
  if (phase.startsWith('segment') && !(phase in WORDS)) return 'measuring on, to be sure';
  return phase.startsWith('native') ? 'watching native memory' : (WORDS[phase] ?? phase);
}

/** Where a run is, in words: what it does, and at which batch it is. */
export function phaseLabel({ phase, detail, done, of }: Progress): string {
  if (detail !== undefined) return detail;
  // A warm-up ends as soon as the heap is flat.
  const most = phase === 'warm-up' ? 'at most ' : '';
  return of > 1 ? `${wordsOf(phase)}: batch ${done + 1} of ${most}${of}` : wordsOf(phase);
}
