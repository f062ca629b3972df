import { diffSnapshots, highestId, readSnapshot } from '../../heap/index.ts';
import { liveSnapshots } from '../../heap/testing/live-snapshots.ts';
import { findLeaks } from '../leaks/find-leaks.ts';
import { recognise } from '../recognise/index.ts';
import type { Recognition } from '../recognise/recognition.ts';

/** Iterations before the first snapshot, and again before the second. */
const ITERATIONS = 40;

/** A repeated action as an ES module's text, run in a process of its own. */
export interface Action {
  /** What comes before: imports, and what is there from the beginning. */
  setup?: string;
  /** One iteration; `i` is its number. */
  iterate: string;
}

/** What is recognised of the classes that a real process has more of for every iteration. */
export async function recognisedLive({ setup = '', iterate }: Action): Promise<Recognition[]> {
  const live = await liveSnapshots(`
    ${setup}
    const iterate = async (i) => { ${iterate} };
    for (let i = 0; i < ${ITERATIONS}; i++) await iterate(i);
    await snapshot();
    for (let i = ${ITERATIONS}; i < ${2 * ITERATIONS}; i++) await iterate(i);
    await snapshot();
    process.exit();`);
  try {
    const [before, after] = await Promise.all(live.paths.map((path) => readSnapshot(path)));
    if (before === undefined || after === undefined) throw new Error('the process wrote too few snapshots');
    const growing = new Map(
      [...diffSnapshots(before, after)]
        .map(([name, { born, gone }]) => [name, born - gone] as const)
        .filter(([, more]) => more >= ITERATIONS),
    );
    const leaks = findLeaks(after, { bornAfter: highestId(before), growing });
    return leaks.flatMap(({ suspect }) => recognise(suspect));
  } finally {
    await live.remove();
  }
}
