import { expect, test } from 'vitest';
import { nearestVersions } from './nearest-versions.ts';

const published = ['1.0.0', '1.10.0', '1.9.0', '2.0.0-beta.1', '2.0.0', '3.0.0', 'not-a-version', '4.0.0'];

test('the versions around a missing one come in the order of semver', () => {
  expect(nearestVersions('1.9.5', published, 2)).toEqual(['1.0.0', '1.9.0', '1.10.0', '2.0.0-beta.1']);
});

test('a version beyond the newest gets the newest', () => {
  expect(nearestVersions('9.0.0', published, 2)).toEqual(['3.0.0', '4.0.0']);
});

test('a version before the oldest gets the oldest', () => {
  expect(nearestVersions('0.1.0', published, 2)).toEqual(['1.0.0', '1.9.0']);
});
