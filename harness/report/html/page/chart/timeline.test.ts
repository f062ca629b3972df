import { expect, test } from 'vitest';
import type { Sample } from '../../../../run/result.ts';
import { timelineOf } from './timeline.ts';

function sampleOf(phase: string, iteration: number): Sample {
  return {
    phase,
    iteration,
    heapBytes: 0,
    externalBytes: 0,
    arrayBufferBytes: 0,
    rssBytes: 0,
    handles: {},
    processes: 0,
    processesRssBytes: 0,
    fds: 0,
    gauges: {},
  };
}

const samples = [
  sampleOf('setup', -20),
  sampleOf('warm-up', -10),
  sampleOf('baseline', 0),
  sampleOf('segment 1', 0),
  sampleOf('segment 1', 10),
  sampleOf('segment 2', 10),
  sampleOf('segment 2', 20),
  sampleOf('drain', 20),
  sampleOf('segment 3', 20),
  sampleOf('segment 3', 40),
  sampleOf('teardown', 40),
  sampleOf('teardown drain', 40),
];

test('the line is broken at each snapshot, and nowhere else', () => {
  const { moments } = timelineOf(samples);
  const phases = moments.map(({ sample }) => sample?.phase ?? '|');
  expect(phases.join(' ')).toBe(
    'setup warm-up baseline | segment 1 segment 1 | segment 2 segment 2 drain | segment 3 segment 3 | teardown teardown drain',
  );
});

test('what follows teardown is put after the last iteration, one after the other', () => {
  const { moments, bands } = timelineOf(samples);
  expect(moments.slice(-2).map(({ x }) => x)).toEqual([50, 55]);
  expect(bands).toEqual([
    { from: -20, to: 0, kind: 'warm-up' },
    { from: 0, to: 40, kind: 'measured' },
    { from: 45, to: 60, kind: 'teardown' },
  ]);
});

test('the snapshots are marked with their names', () => {
  expect(timelineOf(samples).marks).toEqual([
    { x: 0, label: 'baseline' },
    { x: 10, label: 'middle' },
    { x: 20, label: 'doubled' },
    { x: 40, label: 'target' },
  ]);
});

test('a subject that died in its warm-up has neither snapshots nor a measured part', () => {
  const timeline = timelineOf(samples.slice(0, 2));
  expect(timeline.marks).toEqual([]);
  expect(timeline.bands).toEqual([{ from: -20, to: 0, kind: 'warm-up' }]);
  expect(timelineOf([])).toEqual({ moments: [], bands: [], marks: [] });
});
