import { expect, test } from 'vitest';
import { keyOf, linesToKeep, tasksFor, tasksLeft } from './tasks.ts';
import { line, record, truth } from './testing/run-record.ts';

const cases = [truth('a'), truth('b')];
const shown = (tasks: ReturnType<typeof tasksFor>) => tasks.map((task) => keyOf({ ...task, id: task.case.id }));

test('one repetition of the whole comes after the other, and the peers once at the end', () => {
  expect(shown(tasksFor(cases, ['steadyheap', 'naive'], 2))).toEqual([
    'steadyheap a 0',
    'steadyheap b 0',
    'steadyheap a 1',
    'steadyheap b 1',
    'naive a 0',
    'naive b 0',
  ]);
});

test('what is measured anew is forgotten, all its repetitions, and the rest stays', () => {
  const peer = { tool: 'naive', id: 'a', repetition: 0, failed: '' };
  const lines = [line('a', record(), 0), line('a', record(), 7), line('c', record()), peer];
  expect(linesToKeep(lines, tasksFor(cases, ['steadyheap'], 1), false)).toEqual([line('c', record()), peer]);
});

test('a broken measurement goes on with what is left', () => {
  const lines = [line('a', record(), 0), line('b', record(), 0), line('a', record(), 1)];
  const tasks = tasksFor(cases, ['steadyheap'], 2);
  expect(linesToKeep(lines, tasks, true)).toEqual(lines);
  expect(shown(tasksLeft(tasks, lines))).toEqual(['steadyheap b 1']);
});
