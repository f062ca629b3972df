import { expect, test } from 'vitest';
import { workOut } from './measurement.ts';
import { renderReport } from './report.ts';
import { leakOf, line, record, truth } from './testing/run-record.ts';

const RULES = { steadyheap: ['steadyheap'], naive: ['naive'] };
const cases = [
  truth('ladder/page', { outcome: { leaks: [{ class: 'Page' }] } }),
  truth('innocent/cache', { set: 'innocent', kind: 'cache' }),
];

test('the report shows every rule, what was wrong, the limits and whether verdicts changed', () => {
  const lines = [
    line('ladder/page', leakOf('Page'), 0),
    line('innocent/cache', record(), 0),
    line('ladder/page', leakOf('Page'), 1),
    line('innocent/cache', record({ verdict: 'leak', reason: 'Heap grows.' }), 1),
    { tool: 'naive', id: 'innocent/cache', repetition: 0, answers: { naive: { leak: true, figure: '' } } },
    { tool: 'naive', id: 'ladder/page', repetition: 0, failed: 'it hung' },
  ];
  expect(`\n${renderReport(workOut(lines, cases, RULES))}\n`).toMatchInlineSnapshot(`
    "
    |            | leaks found | false alarms | no answer | not measured | precision | recall |
    |------------|------------:|-------------:|----------:|-------------:|----------:|-------:|
    | steadyheap |      1 of 1 |       1 of 1 |         0 |            0 |      50 % |  100 % |
    | naive      |      0 of 1 |       1 of 1 |         1 |            0 |       0 % |    0 % |

    Precision / recall:

    | kind  | leaks | calm |    steadyheap |   naive |
    |-------|------:|-----:|--------------:|--------:|
    | cache |     0 |    1 |       0 % / - | 0 % / - |
    | map   |     1 |    0 | 100 % / 100 % | - / 0 % |

    Wrong verdicts:

    - innocent/cache: leak instead of clean or saturating: Heap grows.

    Noise floor: growth of less than 64 bytes a batch is not judged, which is 6.4 B an iteration with the default 10 batches of 10, and less in a run that was doubled. Classes of objects are counted, and have no noise floor.

    Of 1 run that ended clean, the heap of 1 grew by exactly 0 bytes.

    No leak was found by bytes alone.

    The smallest leak found as objects: 24 B an iteration (ladder/page).

    4 runs: 2 cases twice. The verdict of 1 case changed:
    - innocent/cache: once clean, once leak

    Survivors told by their ids in the last snapshot, against memlab's difference of three snapshots: the same in all 4 runs.
    "
  `);
});

test('one of anything is told in the singular, and several in the plural', () => {
  const page = truth('ladder/page', { outcome: { leaks: [{ class: 'Page' }] } });
  const lines = [0, 1, 2].map((repetition) => line('ladder/page', leakOf('Page'), repetition));
  const more = [line('innocent/cache', record(), 0), line('innocent/cache', record(), 1)];
  const text = renderReport(workOut([...lines, ...more], [page, ...cases.slice(1)], RULES));
  expect(text).toContain('5 runs: 1 case 3 times, 1 case twice. No verdict changed.');
  const once = renderReport(workOut(lines.slice(0, 1), [page], RULES));
  expect(once).toContain('the same in the only run.');
});

test('what is nearly everything is not shown as everything', () => {
  const many = Array.from({ length: 400 }, (_, i) => truth(`ladder/${i}`, { outcome: { leaks: [{ class: 'Page' }] } }));
  const lines = many.map(({ id }, i) => line(id, i === 0 ? record() : leakOf('Page')));
  expect(renderReport(workOut(lines, many, RULES))).toContain('99 %');
});
