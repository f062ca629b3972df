import { counted } from '../../harness/compare/counted.ts';
import type { Measurement } from './measurement.ts';
import {
  costLines,
  groupTable,
  limitLines,
  overallTable,
  repetitionLines,
  secondOpinionLines,
  wrongList,
} from './report.ts';
import { markdownTable } from './table.ts';

/** The circumstances of a measurement. */
export interface Circumstances {
  /** YYYY-MM-DD */
  date: string;
  node: string;
  machine: string;
}

const WHAT_EACH_WAS_GIVEN = `## What each was given

Every case is a fresh Node process. All see the same scenario file, the same version of the package and the same \`setup\`.

- **steadyheap**: \`steadyheap run\` with its defaults, but without the scenario's \`known\` entries, so that nothing tells it
  what there is to find. Its leak verdict is right only if the report also names what is expected: the class, its count per
  iteration and its retainer, or the number that grows. Of the others only the verdict is asked for.
- **naive**: Node's default flags. One iteration, a collection, \`heapUsed\`, as many iterations as the scenario has, a
  collection, \`heapUsed\`: a leak if it is more than before.
- **leakage**: the rule and the defaults of npm \`leakage\` 0.5.0, whose addon no longer compiles: six diffs of 30
  iterations; a leak if more than four in a row grow by more than 1 kB (5 kB if the action is asynchronous). It compares the
  sizes of all nodes of a snapshot before and one after each diff. It would start 30 asynchronous iterations at once; here they
  run one after the other, as the scenarios expect.
- **fuite**: the rule and the defaults of fuite 5.0.9, which is made for web pages: one iteration, seven more between two
  snapshots, compared by the library it uses itself; a leak if the heap has grown and a class or a collection has grown by a
  multiple of seven. Collections are found through the inspector as in a page. Its list of the engine's own classes, which
  the keys of its present library slip past, is applied as it is meant.
- **memlab**: memlab 2.0.5's \`find-leaks\` with its own rules, on a triple taken after 10, 40 and 70 iterations.
- **memlab permissive**: the same triple with a leak filter that lets through every object, closure, array, string, symbol,
  regular expression and bigint.
- **births**: a cheaper way to measure, with steadyheap's flags and reader: V8's numbering of objects is marked at baseline,
  middle and target, and one snapshot is taken at the end. A leak if any class has survivors that were born in each of the
  two intervals. How many of a class there were before is not known, so a full cache that replaces its entries looks like
  growth, and numbers, text and whatever has no object of its own is not seen.

The peers run each case once. Where a scenario does not get through a peer's steps, that is *no answer*: neither a leak
found nor a false alarm.`;

function word(said: boolean | null | undefined): string {
  if (said === undefined) return 'not measured';
  if (said === null) return 'no answer';
  return said ? 'leak' : '-';
}

/** One line per pair: what each rule said of the version that leaks, and of the one that is fixed. */
function corpusTable({ cases, rules }: Measurement): string {
  const corpus = cases.filter(({ id }) => id.startsWith('corpus/'));
  const pairs = Map.groupBy(corpus, ({ id }) => id.slice('corpus/'.length, id.lastIndexOf('@')));
  const rows = [...pairs].map(([name, pair]) => {
    const versions = pair.map(({ id }) => id.slice(id.lastIndexOf('@') + 1)).join(' → ');
    const record = pair[0]?.issue ?? '';
    const said = rules.map((rule) => pair.map((each) => word(each.said[rule])).join(' / '));
    return [`[${name}](${record})`, versions, pair[0]?.kind ?? '', ...said];
  });
  return markdownTable(['pair, with its public record', 'versions', 'kind', ...rules], rows);
}

/** `docs/accuracy.md`. */
export function renderDocs(measurement: Measurement, { date, node, machine }: Circumstances): string {
  const { overall, bySet, byKind, rules, cases } = measurement;
  const leaking = cases.filter(({ leaks }) => leaks).length;
  const calm = cases.length - leaking;
  return `# How often the verdicts are right

Written by \`npm run truth -- --write-docs\` on ${date}, ${node}, ${machine}.

${counted(cases.length, 'case')} of which the truth is known: ${leaking} ${leaking === 1 ? 'leaks' : 'leak'} and ${calm} ${calm === 1 ? 'does' : 'do'} not. They are ordinary scenario files:
\`scenarios/corpus/\` holds real leaks of public packages, each at the version that leaks and at the one that is fixed;
\`scenarios/innocent/\` what looks like growth and is none; \`scenarios/ladder/\` planted leaks of every size and kind. What is
true of each stands in the file \`expected.ts\` beside them.

Precision is the part of the leak verdicts that are right, recall the part of the leaks that are found.

## All cases

${overallTable(overall)}

## By set

Precision / recall.

${groupTable('set', bySet, rules)}

## By kind

Precision / recall. A dash stands where there is nothing to divide by: no leak verdict, or no leak.

${groupTable('kind', byKind, rules)}

## Wrong verdicts of steadyheap

${wrongList(measurement)}

## Limits

${limitLines(measurement).join('\n\n')}

## Repetitions

${repetitionLines(measurement).join('\n')}

Each line of the table above is that of the repetition furthest from the truth. \`npm run truth -- --repeat 20 --resume\` goes on
until each case has been run 20 times; it may be interrupted at any time. A whole round takes about 10 minutes on two cores. What
was measured so far is kept in \`bench/results/truth.jsonl\`: copied to \`reports/truth.jsonl\`, it is gone on from.

## The second opinion

${secondOpinionLines(measurement).join('\n')}

${WHAT_EACH_WAS_GIVEN}

## Marks instead of snapshots

The row *births* answers whether marks and one snapshot would do in place of a snapshot at baseline, middle and target. They
tell what was born when, and not how many of a class there were before. ${costLines(measurement).join(' ')}

## The corpus, pair by pair

What was said of the version that leaks, and of the one that is fixed. Right is \`leak / -\`.

${corpusTable(measurement)}
`;
}
