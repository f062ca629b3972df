import type { LocatedRun } from '../ci/places.ts';
import { CRASH, KNOWN, LEAK, runOf } from './run-result.ts';

const scenario = { file: 'scenarios/models.scenario.ts', line: 7 };

/** A clean run, a leak that comes from a line of the repository, a known leak and a crash. */
export const LOCATED: LocatedRun[] = [
  { run: runOf({}), scenario, causes: [] },
  { run: LEAK, scenario, causes: [{ place: { file: 'src/registry.ts', line: 12 }, classes: ['DataSource', 'Row'] }] },
  { run: KNOWN, scenario, causes: [] },
  { run: CRASH, scenario, causes: [] },
];
