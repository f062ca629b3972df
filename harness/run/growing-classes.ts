import { growingClasses as grownClasses } from '../verdict/grown.ts';
import type { Measured } from './measure.ts';
import type { GrowingClass } from './result.ts';

/** What grows, with what the survivors of each class retain; biggest first. Where no objects do, the stores behind one. */
export function growingClasses(measured: Measured): GrowingClass[] {
  const classes = grownClasses(measured.assessment).map((growth) => {
    const groups = measured.groups.filter(({ className }) => className === growth.name);
    return {
      name: growth.name,
      perIteration: growth.perIteration,
      count: growth.count,
      perInterval: addedUp(groups.map(({ perInterval }) => perInterval)),
      shallowBytes: growth.shallowBytes,
      retainedBytes: groups.reduce((sum, group) => sum + group.retainedBytes, 0),
      retainerPath: groups[0]?.retainerPath ?? [],
      definedAt: groups[0]?.definedAt ?? null,
      ...UNKNOWN,
    };
  });
  return [...classes, ...growingStores(measured)].sort((a, b) => b.retainedBytes - a.retainedBytes);
}

function addedUp(columns: readonly (readonly number[])[]): number[] {
  return (columns[0] ?? []).map((_, i) => columns.reduce((sum, column) => sum + (column[i] as number), 0));
}

const UNKNOWN = { allocatedAt: [], package: null };

function growingStores({ assessment, owners }: Measured): GrowingClass[] {
  return owners.map(({ id, className, retainerPath }) => {
    const bytes = assessment.stores.find(({ owner }) => owner === id)?.total ?? 0;
    return {
      name: `store of ${className}`,
      // No object is added: what grows is the room for numbers in one that was there.
      perIteration: 0,
      count: 0,
      shallowBytes: bytes,
      retainedBytes: bytes,
      retainerPath,
      definedAt: null,
      ...UNKNOWN,
    };
  });
}
