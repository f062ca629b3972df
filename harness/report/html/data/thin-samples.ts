import type { Sample } from '../../../run/result.ts';

/**
 * The samples without those a chart does not need: the first and the last of each stretch of one phase stay, and others
 * evenly between them, so that about `most` are left.
 */
export function thinSamples(samples: readonly Sample[], most: number): Sample[] {
  const step = Math.max(1, Math.ceil(samples.length / most));
  let sincePhase = 0;
  return samples.filter((sample, i) => {
    const starts = sample.phase !== samples[i - 1]?.phase;
    const ends = sample.phase !== samples[i + 1]?.phase;
    sincePhase = starts ? 0 : sincePhase + 1;
    // A drain waits for something to change: only where it began and what it came to is of interest.
    if (sample.phase.endsWith('drain')) return starts || ends;
    return starts || ends || sincePhase % step === 0;
  });
}
