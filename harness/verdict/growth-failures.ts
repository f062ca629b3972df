import type { Case } from './case.ts';
import type { ClassGrowth } from './classes.ts';
import { BYTE_METRICS } from './evidence.ts';
import { formatBytes, formatCount } from './format.ts';
import { growingClasses } from './grown.ts';
import { type JudgedGrowth, judged } from './judged.ts';
import type { RetainedGroup } from './known.ts';
import type { Failure } from './types.ts';

const BYTES: ReadonlySet<string> = new Set(BYTE_METRICS);

function describeClasses(classes: readonly ClassGrowth[], groups: readonly RetainedGroup[]): string {
  const leading = classes.find(({ name }) => name === groups[0]?.className) ?? classes[0];
  if (leading === undefined) return '';
  const others = classes.length > 1 ? ` and ${classes.length - 1} more` : '';
  const path = groups.find(({ className }) => className === leading.name)?.retainerPath.join(' ▸ ');
  const kept = path === undefined || path === '' ? '' : `, kept by ${path}`;
  return `${leading.name} by ${formatCount(leading.perIteration)}${others}${kept}`;
}

function describeOwner([owner]: Case['owners']): string {
  if (owner === undefined) return '';
  return `: the store behind ${owner.className}, kept by ${owner.retainerPath.join(' ▸ ')}`;
}

function metricFailure({ threshold, allowance, growth }: JudgedGrowth, { iterations, owners }: Case): Failure {
  const isBytes = BYTES.has(threshold);
  const format = isBytes ? formatBytes : formatCount;
  // What snapshots and late initialisation have moved is in the total of bytes, but not in their rate.
  const total = isBytes ? growth.perIteration * iterations : growth.total;
  const sentence =
    `${threshold} grows by ${format(growth.perIteration)} per iteration ` +
    `(${format(total)} in ${iterations} iterations), more than the allowed ${allowance.written}` +
    (threshold === 'heap' ? describeOwner(owners) : '');
  return { threshold, limit: allowance.perIteration, actual: growth.perIteration, message: sentence };
}

function objectsFailure(given: Case, growing: readonly ClassGrowth[]): Failure | null {
  const allowance = given.allowances.objects;
  if (allowance === undefined) return null;
  const perIteration = growing.reduce((sum, each) => sum + each.perIteration, 0);
  if (perIteration <= allowance.perIteration) return null;
  const total = growing.reduce((sum, each) => sum + each.count, 0);
  return {
    threshold: 'objects',
    limit: allowance.perIteration,
    actual: perIteration,
    message:
      `objects grow by ${formatCount(perIteration)} per iteration (${formatCount(total)} in ${given.iterations} ` +
      `iterations), more than the allowed ${allowance.written}: ${describeClasses(growing, given.groups)}`,
  };
}

/** Each threshold that something grows beyond; objects first, as they say most. */
export function growthFailures(given: Case): Failure[] {
  const objects = objectsFailure(given, growingClasses(given.assessment));
  const metrics = judged(given.assessment, given.allowances)
    .filter(({ growth }) => growth.state === 'growing')
    .map((each) => metricFailure(each, given));
  return objects === null ? metrics : [objects, ...metrics];
}
