import type { PackageUnderTest } from '../../packages/index.ts';
import type { Creation } from './creations.ts';

/** What the second pass leaves behind. */
export interface TrackedHeap {
  /** The snapshot at the end, with the stacks of what was allocated in the measured iterations. */
  snapshot: string;
  /** Highest object id before the measured iterations. */
  bornAfter: number;
  iterations: number;
  /** Folder of what was compiled, with its source maps. */
  directory: string;
  underTest: PackageUnderTest | null;
  /** Handles, timers and processes that were made in the measured iterations and are still there; null when not asked for. */
  creations: Creation[] | null;
}
