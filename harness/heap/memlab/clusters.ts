import { analysis, type IHeapNode, type IHeapSnapshot, NumericSet, type TraceCluster } from '@memlab/core';
import { pathLengths } from './path-length.ts';
import type { MemlabCluster } from './report.ts';
import { retainerSteps } from './retainer-steps.ts';

/** memlab's own limit for a path it shows; it also keeps the paths of a leaked linked list from filling the memory. */
const longestPath = 100;

/**
 * memlab compares each path with every cluster so far, 1.2 µs a comparison (4,000 unlike paths took 9.7 s of CPU on Node
 * 24, 40,000 alike ones 0.7 s). 1,000 unlike ones take 0.6 s.
 */
const sampleSize = 1_000;

/** All survivors are clustered if that takes no more comparisons than this, 5 s at worst; else the sample is the answer. */
const mostComparisons = 4_000_000;

/** The most path steps in memory at once: about 300 bytes each, so 0.6 GB. */
const mostSteps = 2_000_000;

interface Survivor {
  id: number;
  pathLength: number;
}

/** Every n-th of the list, evenly spread, so that each batch of a run is represented. */
function evenlySpread<T>(list: readonly T[], size: number): T[] {
  return list.length <= size
    ? [...list]
    : Array.from({ length: size }, (_, i) => list[Math.floor((i * list.length) / size)] as T);
}

/**
 * What clustering all of `all` may take when a sample of them gave `found` clusters: if every cluster of the sample were
 * a different one in every share of the whole.
 */
function worstComparisons(all: number, sampled: number, found: number): number {
  const clusters = (found * all) / sampled;
  return found === 1 ? all : (all * clusters) / 2;
}

const clusterIds = (survivors: readonly Survivor[], heap: IHeapSnapshot): TraceCluster[] =>
  analysis.clusterHeapObjects(new NumericSet(survivors.map(({ id }) => id)), heap);

/**
 * Lets memlab cluster survivors by their retainer paths. Its time is bounded: where there are more than 1,000 and a
 * sample of them shows too many unlike paths to compare all, the clusters are those of the sample, every n-th survivor
 * in order of birth. The same survivors give the same clusters.
 *
 * @param survivors in order of id
 */
export function clusterSurvivors(survivors: readonly IHeapNode[], heap: IHeapSnapshot): MemlabCluster[] {
  if (survivors.length === 0) {
    return [];
  }
  analysis.preparePathFinder(heap);
  const lengthOf = pathLengths();
  const reachable = survivors
    .map((node) => ({ id: node.id, pathLength: lengthOf(node) }))
    .filter(({ pathLength }) => pathLength <= longestPath);
  if (reachable.length === 0) {
    return [];
  }
  const sample = evenlySpread(reachable, sampleSize);
  let clusters = clusterIds(sample, heap);
  const steps = reachable.reduce((sum, { pathLength }) => sum + pathLength, 0);
  if (
    sample.length < reachable.length &&
    steps <= mostSteps &&
    worstComparisons(reachable.length, sample.length, clusters.length) <= mostComparisons
  ) {
    clusters = clusterIds(reachable, heap);
  }
  return clusters.map(({ count = 0, retainedSize = 0, path }) => ({
    count,
    retainedBytes: retainedSize,
    path: retainerSteps(path),
  }));
}
