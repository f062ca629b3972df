import { Retention, readAllocations, readSnapshot } from '../heap/index.ts';
import type { GrowingClass, RunResult } from '../run/result.ts';
import type { RunOptions, RunRequest } from '../run/run.ts';
import { sourcesIn } from '../run/sources.ts';
import type { Explanation, Leak } from './explanation.ts';
import { FrameReader } from './frames/frame-reader.ts';
import { originsOf } from './frames/origins.ts';
import { stacksOf } from './frames/stacks.ts';
import { groupHandles } from './handles.ts';
import { findLeaks, type HeadGroup } from './leaks/find-leaks.ts';
import { findGrownStores } from './leaks/grown-stores.ts';
import { byCause } from './leaks/one-cause.ts';
import { track } from './pass/track.ts';
import type { TrackedHeap } from './pass/tracked-heap.ts';
import { recognise } from './recognise/index.ts';

/**
 * Leads that are looked at: what those behind them retain is less than the first ones by far, and each costs a search
 * of the heap.
 */
const MOST_LEAKS = 20;
/** Fewest objects of the slowest class that are to be seen again: one may be chance. */
const FEWEST = 8;

/** How a result names what grows where no object is added. */
const STORE = 'store of ';

/** They are objects of the heap, and explained as those. */
const TIMERS: ReadonlySet<string> = new Set(['Timeout', 'Immediate']);

/** Whether a run has shown growth that a second pass can explain. */
export function hasCause({ classes, growth }: RunResult): boolean {
  return classes.length > 0 || risenHandles(growth, new Set());
}

/**
 * Runs what was measured once more, with V8 noting who allocates, and finds the cause of what grew. Rejects with a PassError
 * when that pass fails, and otherwise like a run.
 */
export function explain(request: RunRequest, result: RunResult, options: RunOptions): Promise<Explanation> {
  const creations = risenHandles(result.growth, TIMERS);
  const iterations = iterationsFor(request, result);
  return track({ ...request, ...(iterations === undefined ? {} : { iterations }) }, { ...options, creations }, (heap) =>
    look(heap, result.classes),
  );
}

function risenHandles({ handles, processes, fds }: RunResult['growth'], except: ReadonlySet<string>): boolean {
  const risen = Object.entries(handles).some(([type, rate]) => rate > 0 && !except.has(type));
  return risen || processes > 0 || fds > 0;
}

/** As many as asked for, or as the scenario has, unless what grows is too seldom to be seen in them. */
function iterationsFor(request: RunRequest, { classes, iterations }: RunResult): number | undefined {
  if (request.iterations !== undefined) return request.iterations;
  const slowest = Math.min(...classes.map(({ perIteration }) => perIteration).filter((rate) => rate > 0));
  const enough = Math.ceil(FEWEST / slowest);
  const planned = request.scenario.fields.iterations;
  return planned !== undefined && enough > planned ? Math.min(enough, iterations) : undefined;
}

async function look(heap: TrackedHeap, classes: readonly GrowingClass[]): Promise<Explanation> {
  const snapshot = await readSnapshot(heap.snapshot);
  const allocations = await readAllocations(heap.snapshot, snapshot);
  const sources = sourcesIn(heap.directory);
  const reader = new FrameReader({ ...sources, ...heap });
  const growing = new Map(classes.map(({ name, perIteration }) => [name, perIteration * heap.iterations]));
  const heads = findLeaks(snapshot, { bornAfter: heap.bornAfter, growing, ...sources });
  const causes = byCause(heads.slice(0, MOST_LEAKS), recognise);
  const leaks = causes.map(({ head: { group, behind }, beside, kinds }): Leak => {
    const others = beside.flatMap((head) => [head.group, ...head.behind]);
    const nodes = [group, ...others].flatMap((each) => each.nodes);
    return {
      className: group.className,
      count: group.count,
      perIteration: group.count / heap.iterations,
      retainedBytes: beside.length === 0 ? group.retainedBytes : new Retention(snapshot, nodes).ofSet(nodes),
      retainerPath: group.retainerPath,
      definedAt: group.definedAt,
      kinds,
      stacks: [group, ...beside.map((each) => each.group)]
        .flatMap((each) => stacksOf(snapshot, allocations, reader, each))
        .sort(byRetained),
      holds: countByClass([...behind, ...others]),
    };
  });
  const owners = new Set(classes.flatMap(({ name }) => (name.startsWith(STORE) ? [name.slice(STORE.length)] : [])));
  const stores = findGrownStores(snapshot, { bornAfter: heap.bornAfter, owners, ...sources }).map((grown): Leak => {
    const className = `${STORE}${grown.className}`;
    const { retainerPath = [] } = classes.find(({ name }) => name === className) ?? {};
    return {
      className,
      count: 1,
      perIteration: 0,
      retainedBytes: grown.bytes,
      retainerPath,
      definedAt: null,
      kinds: recognise(grown.suspect),
      stacks: stacksOf(snapshot, allocations, reader, { className, nodes: [grown.store], definedAt: null }),
      holds: [],
    };
  });
  leaks.push(...stores);
  leaks.sort(byRetained);
  return {
    iterations: heap.iterations,
    leaks,
    origins: originsOf(
      heads.flatMap(({ group, behind }) => [group, ...behind]),
      allocations,
      reader,
    ),
    handles: groupHandles(heap.creations ?? [], reader),
  };
}

function byRetained(a: { retainedBytes: number }, b: { retainedBytes: number }): number {
  return b.retainedBytes - a.retainedBytes;
}

function countByClass(groups: HeadGroup['behind']): Leak['holds'] {
  const counts = new Map<string, number>();
  for (const { className, count } of groups) counts.set(className, (counts.get(className) ?? 0) + count);
  return Array.from(counts, ([className, count]) => ({ className, count })).sort((a, b) => b.count - a.count);
}
