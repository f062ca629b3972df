import { expect, test } from 'vitest';
import { checkRules } from './check-rules.ts';
import { parseRule } from './rules.ts';

const check = (written: string, { gauges = ['rows'], rounds = 1 } = {}) =>
  checkRules([parseRule('worse'), parseRule(written)], { gauges, rounds });

test.each([
  ['gauge files>0', {}, '--fail-on gauge files>0: the scenario has no gauge files; it has rows'],
  ['gauge rows>0', { gauges: [] }, 'the scenario has no gauge rows; it has none'],
  ['speed>20%', {}, 'two runs of one version differ in speed by up to 75 %; add --rounds 5'],
  ['speed>74%', { rounds: 4 }, 'or write speed>75%'],
  ['speed>100%', { rounds: 5 }, 'a speed cannot fall by 100 % or more; write less, such as speed>80%'],
])('%s, which could never be judged, is refused', (written, ground, sentence) => {
  expect(() => check(written, ground)).toThrow(sentence);
});

test.each([
  ['gauge rows>0', {}],
  ['speed>75%', {}],
  ['speed>20%', { rounds: 5 }],
  ['speed>100', {}],
  ['heap>10%', { gauges: [] }],
])('%s, which can be judged, is let through', (written, ground) => {
  expect(() => check(written, ground)).not.toThrow();
});
