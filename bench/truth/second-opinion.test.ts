import { expect, test } from 'vitest';
import { secondOpinionLines } from './report.ts';
import { secondOpinion } from './second-opinion.ts';
import { record } from './testing/run-record.ts';

const line = (id: string, memlabNote: string | null) => ({
  tool: 'steadyheap',
  id,
  repetition: 0,
  run: record({ memlabNote }),
});

test('runs in which memlab found other survivors are named, with what it found', () => {
  const opinion = secondOpinion([line('a', null), line('b', 'of Entry, memlab found 3 survivors and the census 4')]);
  expect(opinion.runs).toBe(2);
  expect(secondOpinionLines({ secondOpinion: opinion })).toEqual([
    expect.stringContaining('the same in 1 of 2 runs'),
    '- b: of Entry, memlab found 3 survivors and the census 4',
  ]);
});

test('that all agree is said in one sentence', () => {
  const lines = secondOpinionLines({ secondOpinion: secondOpinion([line('a', null)]) });
  expect(lines).toEqual([expect.stringContaining('the same in the only run')]);
});
