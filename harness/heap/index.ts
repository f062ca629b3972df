export type { BirthRange } from './census/birth-range.ts';
export { type Census, type ClassCount, takeCensus } from './census/census.ts';
export { highestId } from './census/highest-id.ts';
export { bySourceMaps, type SourcePlace, type Sources } from './names/sources.ts';
export { parseSnapshot, readHighestId, readSnapshot } from './read-snapshot.ts';
export { type GroupOptions, groupSurvivors, type SurvivorGroup } from './retention/group-survivors.ts';
export { Retention } from './retention/retention.ts';
export type { HeapSnapshot } from './snapshot.ts';
export { SnapshotError } from './snapshot-error.ts';
