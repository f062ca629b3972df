import { expect, test } from 'vitest';
import { stateLabel, withoutState } from './state-label.ts';

const ONE = '5d9a33ac0ffee';
const OTHER = 'e9fcd651c0ffee';

test.each([
  ['main', '1.2.3+main.5d9a33a', '1.2.3+main'],
  ['v1.0.0', '1.2.3+v1.0.0.5d9a33a', '1.2.3+v1.0.0'],
  ['feature/a_b', '1.2.3+feature-a-b.5d9a33a', '1.2.3+feature-a-b'],
  [null, '1.2.3+5d9a33a', '1.2.3+unpublished'],
])('a state of %s is told by its id, and shares a version with the next', (ref, label, shared) => {
  expect(stateLabel('1.2.3', { ref, id: ONE })).toBe(label);
  expect(stateLabel('1.2.3+built.on.monday', { ref, id: ONE })).toBe(label);
  expect(stateLabel('1.2.3', { ref, id: OTHER })).not.toBe(label);
  expect(withoutState(label)).toBe(shared);
  expect(withoutState(stateLabel('1.2.3', { ref, id: OTHER }))).toBe(shared);
});

test.each(['1.2.3', '1.2.3-beta.5d9a33a', '2.0.450+di.2.0.268', '2.0.450+di.2.0.450', 'fixed', 'at-review'])(
  '%s is no state, and stays as it is',
  (version) => expect(withoutState(version)).toBe(version),
);
