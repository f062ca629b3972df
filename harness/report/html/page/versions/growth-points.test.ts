import { expect, test } from 'vitest';
import { runOf } from '../../../testing/run-result.ts';
import { GROWTH_METRICS, growthPoints } from './growth-points.ts';
import { groupByScenario, type Scenario } from './scenarios.ts';

const [heap, objects] = GROWTH_METRICS;

function grown(...rates: readonly (readonly [value: number, low: number, high: number])[]): Scenario {
  const runs = rates.map(([heapBytes, heapBytesLow, heapBytesHigh], i) =>
    runOf({
      package: { name: 'juggler', version: `${i}.0.0` },
      growth: { heapBytes, heapBytesLow, heapBytesHigh, objects: heapBytes / 100 },
    }),
  );
  return groupByScenario(runs)[0] as Scenario;
}

test('versions stand in the order they were run, as high as they grow, with their intervals', () => {
  const { points, bottom, top } = growthPoints(grown([100, 50, 200], [0, 0, 0], [200, 200, 400]), heap);
  expect([bottom, top]).toEqual([0, 400]);
  expect(points).toEqual([
    { label: '0.0.0', value: 100, height: 0.25, low: 0.125, high: 0.5 },
    { label: '1.0.0', value: 0, height: 0, low: 0, high: 0 },
    { label: '2.0.0', value: 200, height: 0.5, low: 0.5, high: 1 },
  ]);
});

test('noise stays at the bottom, and what shrinks lies below nothing', () => {
  expect(growthPoints(grown([1, 0, 2]), heap).points[0]?.high).toBe(2 / 64);
  expect(growthPoints(grown([-100, -300, 100], [0, 0, 0]), heap)).toMatchObject({
    bottom: -300,
    top: 100,
    points: [{ low: 0, height: 0.5, high: 1 }, { height: 0.75 }],
  });
});

test('a count has no interval', () => {
  expect(growthPoints(grown([200, 0, 900]), objects).points[0]).toMatchObject({ value: 2, low: 1, high: 1 });
});
