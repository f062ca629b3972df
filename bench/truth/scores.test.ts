import { expect, test } from 'vitest';
import { answersIn, precision, recall, scoreOf } from './scores.ts';
import { leakOf, line, record, truth } from './testing/run-record.ts';

const leak = (id: string) => truth(id, { outcome: { leaks: [{ class: 'Page' }] } });

test('precision counts the leak verdicts that are right, recall the leaks that were found', () => {
  const cases = [leak('a'), leak('b'), leak('c'), truth('d'), truth('e')];
  const lines = [
    line('a', leakOf('Page')),
    line('b', leakOf('Row')),
    line('c', record()),
    line('d', leakOf('Page')),
    line('e', record({ verdict: 'saturating' })),
  ];
  const score = scoreOf(answersIn(lines, cases, { steadyheap: ['steadyheap'] }));
  expect(score).toEqual({
    leaks: 3,
    calm: 2,
    found: 2,
    falseAlarms: 1,
    leakVerdicts: 3,
    rightLeakVerdicts: 1,
    unanswered: 0,
  });
  expect(precision(score)).toBeCloseTo(1 / 3);
  expect(recall(score)).toBeCloseTo(2 / 3);
});

test('a run that was not decided is neither a leak found nor a false alarm', () => {
  const lines = [line('a', record({ verdict: 'inconclusive' })), line('b', record({ verdict: 'crashed' }))];
  const score = scoreOf(answersIn(lines, [leak('a'), truth('b')], {}));
  expect(score).toMatchObject({ found: 0, falseAlarms: 0, unanswered: 2 });
  expect(precision(score)).toBeNull();
  expect(recall(score)).toBe(0);
});

test('of several repetitions the one counts that is furthest from the truth', () => {
  const open = record({ verdict: 'inconclusive' });
  const said = (id: 'leak' | 'calm', ...runs: ReturnType<typeof record>[]) => {
    const lines = runs.map((run, i) => line(id, run, i));
    return answersIn(lines, [leak('leak'), truth('calm')], {}).map((answer) => [answer.leak, answer.right]);
  };
  expect(said('leak', leakOf('Page'), leakOf('Page'))).toEqual([[true, true]]);
  expect(said('leak', leakOf('Page'), leakOf('Row'))).toEqual([[true, false]]);
  expect(said('leak', open, leakOf('Page'))).toEqual([[null, false]]);
  expect(said('leak', leakOf('Page'), open, record())).toEqual([[false, false]]);
  expect(said('calm', record(), open)).toEqual([[null, false]]);
  expect(said('calm', leakOf('Page'), record(), open)).toEqual([[true, false]]);
});

test('each rule of a peer is counted, and a peer that fails has no answer by any of them', () => {
  const yes = { leak: true, figure: '' };
  const no = { leak: false, figure: '' };
  const lines = [
    { tool: 'memlab', id: 'a', repetition: 0, answers: { memlab: no, permissive: yes } },
    { tool: 'memlab', id: 'b', repetition: 0, failed: 'it hung' },
  ];
  const answers = answersIn(lines, [leak('a'), truth('b')], { memlab: ['memlab', 'permissive'] });
  expect(answers.map(({ rule, case: { id }, leak: said, right }) => [rule, id, said, right])).toEqual([
    ['memlab', 'a', false, false],
    ['permissive', 'a', true, true],
    ['memlab', 'b', null, false],
    ['permissive', 'b', null, false],
  ]);
});
