import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LEAK, runOf } from '../../testing/run-result.ts';
import { samplesOf } from '../../testing/samples.ts';
import { bigResults } from '../testing/big-results.ts';
import { explanationOf } from '../testing/explanation.ts';
import { embed } from './embed.ts';
import { readLogTail } from './log-tail.ts';
import { risen } from './measured-heap.ts';
import type { Packed } from './pack.ts';
import type { ReportData } from './report-data.ts';
import { thinSamples } from './thin-samples.ts';
import { unpack } from './unpack.ts';

const head = { comparison: null, platform: 'linux-x64', startedAt: '2026-11-20T12:00:00Z', root: '/project/' };
const read = (text: string) => unpack(JSON.parse(text) as Packed) as unknown as ReportData;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-report-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a run comes through as it was, with what its subject printed', () => {
  const run = { ...LEAK, samples: samplesOf({ rate: 16 }) };
  const [shown] = read(embed({ ...head, runs: [{ run, logTail: ['a', 'b'] }] })).runs;
  expect(shown).toEqual({ ...run, logTail: ['a', 'b'], classesLeftOut: 0 });
});

test('nothing in the data can end the script element it stands in', () => {
  const run = runOf({ scenario: '</script><script>alert(1)</script><!--' });
  const text = embed({ ...head, runs: [{ run, logTail: ['</SCRIPT >'] }] });
  expect(text).not.toContain('<');
  expect(read(text).runs[0]).toMatchObject({ scenario: run.scenario, logTail: ['</SCRIPT >'] });
});

test('a report of 200 scenarios on ten versions is cut until it fits, and says what was left out', () => {
  const runs = bigResults().runs.map((run) => ({ run, logTail: [] }));
  const text = embed({ ...head, runs });
  expect(Buffer.byteLength(text)).toBeLessThan(4_500_000);
  const { runs: shown } = read(text);
  expect(shown).toHaveLength(2000);
  for (const { classes, classesLeftOut, explanation } of shown.filter(({ passed }) => !passed)) {
    expect(explanation?.leaks.length).toBeGreaterThan(0);
    expect((explanation?.leaks.length ?? 0) + (explanation?.further.length ?? 0)).toBe(3);
    expect(classes.length).toBeGreaterThan(1);
    expect(classes.length + classesLeftOut).toBe(40);
  }
});

test('places are shown without the machine’s own part of their path', () => {
  const grown = {
    name: 'A',
    perIteration: 1,
    count: 1,
    shallowBytes: 1,
    retainedBytes: 1,
    retainerPath: [],
    package: null,
  };
  const classes = [
    { ...grown, definedAt: '/project/src/a.ts:1', allocatedAt: ['/cache/x/node_modules/y/lib/b.js:2', 'node:net:3'] },
  ];
  const [shown] = read(embed({ ...head, runs: [{ run: runOf({ classes }), logTail: [] }] })).runs;
  expect(shown?.classes[0]).toMatchObject({ definedAt: 'src/a.ts:1', allocatedAt: ['y/lib/b.js:2', 'node:net:3'] });
});

test('an explanation keeps what leads: its first leaks, and of a deep stack the frames that say most', () => {
  const given = explanationOf('Session', '/project');
  const [leak, opened] = [given.leaks[0], given.handles[0]];
  const [stack] = leak.stacks;
  const deep = [...Array.from({ length: 100 }, () => stack.frames[0]), ...stack.frames.slice(1)];
  const explanation = {
    ...given,
    leaks: Array.from({ length: 7 }, () => ({ ...leak, stacks: [{ ...stack, frames: deep }] })),
    handles: Array.from({ length: 7 }, () => opened),
  };
  const [{ explanation: shown }] = read(
    embed({ ...head, runs: [{ run: { ...LEAK, explanation }, logTail: [] }] }),
  ).runs;
  expect(shown?.leaks).toHaveLength(5);
  expect(shown?.further).toEqual([0, 1].map(() => ({ className: 'Session', count: 200 })));
  expect([shown?.handles.length, shown?.handlesLeftOut]).toEqual([5, 2]);
  const frames = shown?.leaks[0]?.stacks[0]?.frames ?? [];
  expect(frames).toHaveLength(53);
  expect(frames.slice(50).map(({ functionName, file }) => [functionName, file])).toEqual([
    ['emit', 'emittery/index.js'],
    ['open', 'my-sessions/store.js'],
    ['iterate', 'scenarios/sessions.scenario.ts'],
  ]);
});

test('of a word of thousands of characters a report holds the ends, the same wherever it stands', () => {
  const name = `A${'b'.repeat(5000)}Z`;
  const run = runOf({
    scenario: name,
    reason: `It is ${name}. So ${name}, or a longer sentence ${'of words '.repeat(300)}`,
  });
  const text = embed({ ...head, runs: [{ run, logTail: [] }] });
  const [shown] = read(text).runs;
  expect(shown?.scenario).toMatch(/^Ab{489}…b{489}Z$/);
  expect(shown?.reason).toBe(run.reason.replaceAll(name, shown?.scenario ?? ''));
});

test('of many samples the ends of every phase stay, and of a drain only these', () => {
  const [sample] = samplesOf({ rate: 0 });
  const of = (phase: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ ...sample, phase, iteration: i }));
  const samples = [...of('warm-up', 3), ...of('segment 1', 1000), ...of('drain', 50), ...of('segment 2', 2)];
  const thin = thinSamples(samples, 100);
  expect(thin.length).toBeLessThan(120);
  for (const phase of ['warm-up', 'segment 1', 'drain', 'segment 2']) {
    const [before, after] = [samples, thin].map((all) => all.filter((each) => each.phase === phase));
    expect([after.at(0), after.at(-1)]).toEqual([before.at(0), before.at(-1)]);
  }
  expect(thin.filter(({ phase }) => phase === 'drain')).toHaveLength(2);
});

test('a rise goes on through a snapshot that moves the heap', () => {
  const points = risen(samplesOf({ rate: 16 }), (sample) => sample.heapBytes);
  expect(points.map(({ iteration }) => iteration)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  expect(points.map(({ value }) => value)).toEqual(points.map(({ iteration }) => iteration * 16));
});

test('of a log the last lines are shown, without colours, and a line that is cut is left out', async () => {
  const file = path.join(folder, 'a.log');
  await writeFile(file, `${'x'.repeat(20_000)}\n\u001B[31mred\u001B[39m\n${'y'.repeat(500)}\n`);
  expect(await readLogTail(file, 50)).toEqual(['red', 'y'.repeat(400)]);
  await writeFile(file, 'one\ntwo\nthree\n');
  expect(await readLogTail(file, 2)).toEqual(['two', 'three']);
});

test('an empty log and one that is gone have no lines', async () => {
  await writeFile(path.join(folder, 'a.log'), '');
  expect(await readLogTail(path.join(folder, 'a.log'), 50)).toEqual([]);
  expect(await readLogTail(path.join(folder, 'gone.log'), 50)).toEqual([]);
});
