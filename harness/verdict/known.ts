import { satisfies } from 'semver';
import type { ClassGrowth } from './classes.ts';

/** A leak that the author expects; the fields of a scenario's `known`. */
export interface Expectation {
  versions?: string;
  class: string;
  perIteration?: number;
  retainer?: string;
  reason: string;
  issue?: string;
  expires?: string;
}

/** Survivors of one class that are kept in one way. */
export interface RetainedGroup {
  className: string;
  count: number;
  retainerPath: readonly string[];
  /** How many of them would stay if everything were gone that expectations explain; all of them when not given. */
  standAlone?: number;
}

/** What grew. */
export interface Grown {
  classes: readonly ClassGrowth[];
  groups: readonly RetainedGroup[];
  /** Per iteration, by type; `processes` and `fds` among them. */
  handles: Readonly<Record<string, number>>;
}

/** How far a rate may be from the expected one: the rates of 61 leak pairs are constant to about 1 %. */
const RATE_TOLERANCE = 0.02;
/** The part of a class's survivors that has to be explained; the rest are strays that happen to be held elsewhere. */
const EXPLAINED = 0.95;
/**
 * V8's string table holds its strings weakly, but a snapshot shows no other holder of a string that is a property's name: it
 * lives as long as the object whose property it names.
 */
const NAMES_OF_PROPERTIES = '(Internalized strings)';

/** Whether an expectation is about this version: a semver range, or the very name. */
export function concerns(expectation: Expectation, version: string | null): boolean {
  if (expectation.versions === undefined || expectation.versions === version) return true;
  // Semver takes no notice of build metadata, but that is what tells the variants of one version apart.
  if (version === null || expectation.versions.includes('+')) return false;
  return satisfies(version, expectation.versions, { includePrerelease: true });
}

function namePattern(name: string): RegExp {
  const escaped = name.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`);
}

/** Whether the steps stand in the path, in this order. */
export function passesThrough(path: readonly string[], steps: string): boolean {
  const text = path.join(' ▸ ');
  let from = 0;
  for (const step of steps.split('▸').map((part) => part.trim())) {
    const at = text.indexOf(step, from);
    if (at < 0) return false;
    from = at + step.length;
  }
  return true;
}

/** Whether an expectation explains a group: it names its class or something on its way, and the way is the right one. */
function hangsOff({ className, retainerPath }: RetainedGroup, expectation: Expectation): boolean {
  // What hangs off the leak is reached by the same steps; without them the name of the class has to do.
  if (expectation.retainer !== undefined) return passesThrough(retainerPath, expectation.retainer);
  const pattern = namePattern(expectation.class);
  if (pattern.test(className)) return true;
  return retainerPath.some((step) => step.split(/[.\s[(]/).some((word) => pattern.test(word)));
}

/** Whether one of the expectations explains the group by its class or by the way it is kept. */
export function isExplained(expectations: readonly Expectation[], group: RetainedGroup): boolean {
  return expectations.some((expectation) => hangsOff(group, expectation));
}

/** Why an expectation is not met by what grew; null when it is. */
export function unmet(expectation: Expectation, grown: Grown): string | null {
  const pattern = namePattern(expectation.class);
  const classRates = grown.classes.filter((each) => pattern.test(each.name)).map((each) => each.perIteration);
  const handleRates = Object.entries(grown.handles)
    .filter(([type]) => pattern.test(type))
    .map(([, rate]) => rate);
  const rates = classRates.length > 0 ? classRates : handleRates;
  if (rates.length === 0) return `${expectation.class} does not grow any more: remove the entry`;
  const rate = rates.reduce((sum, each) => sum + each, 0);
  const { perIteration, retainer } = expectation;
  if (perIteration !== undefined && Math.abs(rate - perIteration) > RATE_TOLERANCE * perIteration) {
    return `${expectation.class} is to grow by ${perIteration} per iteration, and grows by ${Number(rate.toFixed(3))}`;
  }
  if (retainer === undefined || classRates.length === 0) return null;
  const groups = grown.groups.filter((group) => pattern.test(group.className));
  if (groups.some((group) => passesThrough(group.retainerPath, retainer))) return null;
  const path = groups[0]?.retainerPath.join(' ▸ ') ?? 'a path that was not found';
  return `${expectation.class} is to be kept by ${retainer}, and is kept by ${path}`;
}

/** What explains growth that has no type of its own: a process is held by its handle, a descriptor by any handle. */
const CAUSES: Record<string, (types: readonly string[]) => readonly string[]> = {
  processes: () => ['ProcessWrap'],
  fds: (types) => types,
};

/** The names of what grew and is neither named by an expectation nor hangs off what is. */
export function unexplained(expectations: readonly Expectation[], grown: Grown): string[] {
  const classes = grown.classes.filter(({ name }) => {
    const groups = grown.groups.filter(({ className }) => className === name);
    if (groups.length === 0) return true;
    const kept = groups.filter(({ retainerPath }) => retainerPath[0] !== NAMES_OF_PROPERTIES);
    const all = kept.reduce((sum, group) => sum + group.count, 0);
    const explained = kept.reduce((sum, group) => {
      return sum + group.count - (isExplained(expectations, group) ? 0 : (group.standAlone ?? group.count));
    }, 0);
    return explained < EXPLAINED * all;
  });
  const names = (type: string) => expectations.some((expectation) => namePattern(expectation.class).test(type));
  const handles = Object.keys(grown.handles).filter((type) => {
    const causes = CAUSES[type];
    return !names(type) && !(causes?.(Object.keys(grown.handles)).some(names) ?? false);
  });
  return [...classes.map(({ name }) => name), ...handles];
}

/** Whether the day of an expectation has passed. `today` as YYYY-MM-DD. */
export function expired(expectation: Expectation, today: string): boolean {
  return expectation.expires !== undefined && expectation.expires < today;
}
