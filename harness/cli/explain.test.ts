import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from './testing/call.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
  await mkdir(path.join(cwd, 'scenarios'));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

/** Explains a scenario; its first line is the second of the file. */
async function explained(name: string, options: string, args: string[] = []) {
  const source = `import { scenario } from 'steadyheap'; import { EventEmitter } from 'node:events';\n${options}`;
  await writeFile(path.join(cwd, 'scenarios', `${name}.scenario.ts`), source);
  return call(['explain', name, ...args], { cwd });
}

/** Innocent twins do the same and undo it. */
const listener = (undo: string) => `export default scenario('listeners', {
  iterations: 40,
  setup: () => ({ bus: new EventEmitter().setMaxListeners(0) }),
  iterate({ bus }, i) {
    const onEnd = () => i;
    bus.on('end', onEnd);
    ${undo}
  },
});`;

test('a listener that stays: its event, its place, who added it, what keeps it and what ends it', async () => {
  const files = ['--json', 'out/explained.json', '--html', 'out/explained.html'];
  const { code, out } = await explained('listens', listener(''), files);
  expect(code, out).toBe(1);
  expect(out).toContain('Written: out/explained.json, out/explained.html\n');
  expect(await readFile(path.join(cwd, 'out/explained.html'), 'utf8')).toContain('<title>steadyheap report</title>');
  const again = await call(['report', 'out/explained.json', '--html', 'out/again.html'], { cwd });
  expect(again).toMatchObject({ code: 0, out: 'out/again.html\n' });
  expect(out).toContain("listener: Listeners for 'end' stay on a long-lived EventEmitter.");
  expect(out).toContain('the listener: onEnd at scenarios/listens.scenario.ts:6');
  expect(out).toContain("usually fixed so: call off('end', listener)");
  expect(out).toMatch(/▸ EventEmitter\._events/);
  const { explanation, runs } = JSON.parse(await readFile(path.join(cwd, 'out/explained.json'), 'utf8'));
  expect(explanation.leaks[0]).toMatchObject({ count: 40, perIteration: 1, kinds: [{ kind: 'listener' }] });
  expect(explanation.leaks[0].stacks[0].frames[0]).toMatchObject({
    functionName: 'iterate',
    line: 6,
    owner: 'scenario',
  });
  expect(runs[0].explanation).toEqual(explanation);
  expect(runs[0].classes[0].allocatedAt).toEqual([path.join(cwd, 'scenarios/listens.scenario.ts:6')]);
});

test('a listener that is taken off again leaves nothing to explain', async () => {
  const { code, out } = await explained('unlistens', listener("bus.off('end', onEnd);"));
  expect(code, out).toBe(0);
  expect(out).toContain('There is nothing to explain');
});

test('a run that crashes is not said to grow nothing', async () => {
  const { code, out } = await explained(
    'exits',
    "export default scenario('exits', { iterations: 20, iterate(_, i) { if (i === 30) process.exit(7); } });",
  );
  expect(code, out).toBe(3);
  expect(out).toContain('the process exited with code 7');
  expect(out).toContain('Nothing can be explained: the run crashed');
  expect(out).not.toContain('has grown');
});

test('what an iteration prints does not hide who allocated what stays', async () => {
  const { code, out } = await explained(
    'prints',
    `import logger from 'node:console'; const kept: object[] = []; class Line { constructor(readonly text: string) {} }
export default scenario('prints', { iterations: 24,
  iterate(_, i) {
    console.log('line ' + i); logger.error('line ' + i);
    kept.push(new Line('line ' + i));
  } });`,
  );
  expect(code, out).toBe(1);
  expect(out).toMatch(/ scenarios\/prints\.scenario\.ts:6$/m);
  expect(out).not.toContain('V8 does not tell');
  expect(out).toContain('--html FILE and --json FILE write them');
});

test('a Map of an imported module: that module is named, and its keys and values are one leak', async () => {
  const sessions = `const byId = new Map<string, object>();
export function open(i: number) {
  byId.set('session ' + i, { i, user: 'u', at: 1, ends: 2, of: 3 });
}`;
  await writeFile(path.join(cwd, 'sessions.ts'), sessions);
  const { code, out } = await explained(
    'imports',
    `import { open } from '../sessions.ts';
export default scenario('imports', { iterations: 40, iterate: (_, i) => open(i) });`,
  );
  expect(code, out).toBe(1);
  expect(out).toContain('growing collection: `byId`, a Map, grows.');
  expect(out).toContain('- it is reached by way of the module sessions.ts');
  expect(out).toContain('module sessions.ts: variable byId');
  // The key is allocated with the value: each has a stack of its own.
  expect(out).toMatch(/^1\. Object: 40 in 40 iterations/m);
  expect(out).toContain('with it grow: 40 string');
  expect(out).toMatch(/allocated by: 40 Object/);
  expect(out).toMatch(/allocated by: 40 string/);
  expect(out).not.toMatch(/^2\. /m);
});

test('who allocated what stays is known too when handles stay and their calls are noted', async () => {
  const { code, out } = await explained(
    'opens-and-keeps',
    `import fs from 'node:fs'; const kept: object[] = []; class Kept { constructor(readonly number: number) {} }
export default scenario('opens and keeps', { iterations: 24,
  iterate() {
    kept.push(new Kept(fs.openSync(import.meta.filename, 'r')));
  } });`,
  );
  expect(code, out).toBe(1);
  expect(out).toMatch(/^1\. Kept: 24 in 24 iterations/m);
  expect(out).toContain('iterate at');
  expect(out).not.toContain('V8 does not tell');
  expect(out).toMatch(/by iterate at scenarios\/opens-and-keeps\.scenario\.ts:5/);
});

test('an interval that nobody clears is a waiting timer, with the line that set it', async () => {
  const { code, out } = await explained(
    'timers',
    `export default scenario('timers', { iterations: 20, drain: '100 ms',
  iterate() {
    setInterval(() => {}, 60_000);
  } });`,
  );
  expect(code, out).toBe(1);
  expect(out).toContain('1. Timeout: 20 in 20 iterations');
  expect(out).toContain('timer: Timers wait that nobody has cleared.');
  expect(out).toMatch(/ {8}scenarios\/timers\.scenario\.ts:4$/m);
  expect(out).not.toContain('2. Timeout');
});

test('numbers in a Map: the Map is named, and who made its store anew', async () => {
  const { code, out } = await explained(
    'numbers',
    `export default scenario('numbers', { iterations: 100,
  setup: () => ({ visits: new Map<number, number>() }),
  iterate({ visits }, i) {
    for (let k = 0; k < 20; k++) visits.set(20 * i + k, k);
  } });`,
  );
  expect(code, out).toBe(1);
  expect(out).toContain('growing collection: `Object.visits`, a Map, grows.');
  expect(out).toContain('scenarios/numbers.scenario.ts:5');
});

/** Streams that nothing holds, whose descriptors stay; one file is opened by a stream, the other by number. */
const descriptors = (undo: string) => `import fs from 'node:fs'; import { once } from 'node:events';
export default scenario('descriptors', { iterations: 20,
  async iterate() {
    const stream = fs.createReadStream(import.meta.filename, { autoClose: false });
    await once(stream, 'open');
    const number = fs.openSync(import.meta.filename, 'r');
    ${undo}
  } });`;

test('descriptors that stay open: the calls that opened them, those of streams too, and what file', async () => {
  const { code, out } = await explained('opens', descriptors(''), ['--json', 'out/opens.json']);
  expect(code, out).toBe(1);
  expect(out).toContain('20 descriptors of files made in the measured iterations are still open, such as');
  expect(out).toMatch(/by iterate at scenarios\/opens\.scenario\.ts:5/);
  expect(out).toMatch(/by iterate at scenarios\/opens\.scenario\.ts:7/);
  const { runs } = JSON.parse(await readFile(path.join(cwd, 'out/opens.json'), 'utf8'));
  expect(runs[0].cause.slice(0, 2)).toEqual([
    expect.stringMatching(/^20 descriptors of files made .* such as .*opens\.scenario\.ts\.$/),
    expect.stringMatching(/^made by iterate at scenarios\/opens\.scenario\.ts:[57]$/),
  ]);
});

test('descriptors that are closed again leave nothing to explain', async () => {
  const close = "stream.destroy(); await once(stream, 'close'); fs.closeSync(number);";
  const { code, out } = await explained('closes', descriptors(close));
  expect(code, out).toBe(0);
  expect(out).toContain('There is nothing to explain');
});

test('memory that grows without an object is said to be outside of what the heap can explain', async () => {
  const { code, out } = await explained(
    'pages',
    `export default scenario('pages of WebAssembly', { iterations: 100,
  setup: () => ({ memory: new WebAssembly.Memory({ initial: 1 }) }),
  iterate({ memory }) {
    memory.grow(8);
    new Uint8Array(memory.buffer).fill(1, -8 * 65_536);
  } });`,
  );
  expect(code, out).toBe(1);
  expect(out).toContain('The heap cannot explain it');
});

test('a word that means several scenarios, and a package that the scenario is not of, are wrong requests', async () => {
  expect((await explained('several-one', listener(''), ['--package', 'left-pad@1.0.0'])).code).toBe(2);
  await writeFile(path.join(cwd, 'scenarios', 'several-two.scenario.ts'), '');
  expect((await call(['explain', 'several'], { cwd })).code).toBe(2);
});
