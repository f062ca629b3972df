import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { colorsFor } from './colors.ts';
import { LiveReport } from './live.ts';
import { CRASH, KNOWN, LEAK, runOf } from './testing/run-result.ts';
import { terminal } from './testing/terminal.ts';

/** Everything that is written while two runs start, move on and end, one after the other beside the first. */
function watch(isTTY: boolean): string {
  const { stream, written } = terminal({ isTTY });
  const live = new LiveReport(stream, colorsFor({}, {}));
  live.expect(2);
  live.progress('0', { title: 'tenant switches', phase: 'setup', done: 0, of: 1 });
  live.progress('1', { title: 'model registration', phase: 'warm-up', done: 3, of: 12 });
  live.progress('0', { title: 'tenant switches', phase: 'segment 1', done: 2, of: 5 });
  live.ended('0', runOf({}));
  live.line('only this: it is being debugged');
  live.ended('1', LEAK);
  live.stop();
  return written();
}

test('in a pipe there is a line when a run starts and one when it ends, and nothing that moves', () => {
  expect(watch(false)).toMatchInlineSnapshot(`
    "[0/2] tenant switches …
    [0/2] model registration …
    ✓ tenant switches · juggler@7.0.3: clean 0 B/iteration, 5.1 s
    only this: it is being debugged
    ✗ model registration · juggler@7.0.3: leak 12.3 kB/iteration, 5.1 s
    "
  `);
});

test('in a pipe a run that begins by installing its package says so', () => {
  const { stream, written } = terminal({ isTTY: false });
  const live = new LiveReport(stream, colorsFor({}, {}));
  live.progress('0', {
    title: 'tenant switches',
    phase: 'preparing',
    detail: 'installing juggler@7.0.3',
    done: 0,
    of: 1,
  });
  live.progress('0', { title: 'tenant switches', phase: 'setup', done: 0, of: 1 });
  expect(written()).toBe('tenant switches: installing juggler@7.0.3 …\n');
});

test('on a terminal a run that installs its package says which instead of its phase', () => {
  const { stream, written } = terminal({ isTTY: true });
  const live = new LiveReport(stream, colorsFor({}, {}));
  live.progress('0', {
    title: 'tenant switches',
    phase: 'preparing',
    detail: 'installing juggler@7.0.3',
    done: 0,
    of: 1,
  });
  live.stop();
  expect(stripVTControlCharacters(written())).toMatch(/^tenant switches: installing juggler@7\.0\.3, 0\.\d s$/m);
});

test('on a terminal each run tells its phase, and how far it is in it, until it ends', () => {
  const lines = stripVTControlCharacters(watch(true))
    .replaceAll(/\d+\.\d s$/gm, 'SECONDS')
    .replaceAll(/about \d+ s/g, 'about SECONDS');
  expect(lines).toMatchInlineSnapshot(`
    "[0/2] tenant switches: setting up, SECONDS
    [0/2] model registration: warming up: batch 4 of at most 12, SECONDS
    [0/2] tenant switches: measuring, first half: batch 3 of 5, SECONDS
    [0/2] model registration: warming up: batch 4 of at most 12, SECONDS
    ✓ tenant switches · juggler@7.0.3: clean 0 B/iteration, SECONDS
    [1/2] model registration: warming up: batch 4 of at most 12, SECONDS
    only this: it is being debugged
    [1/2] model registration: warming up: batch 4 of at most 12, SECONDS
    ✗ model registration · juggler@7.0.3: leak 12.3 kB/iteration, SECONDS
    "
  `);
});

test('a moving line is cut to the width of the terminal', () => {
  const { stream, written } = terminal({ isTTY: true, columns: 20 });
  const live = new LiveReport(stream, colorsFor({}, {}), () => 0);
  live.progress('0', { title: 'tenant switches', phase: 'segment 1', done: 12, of: 50 });
  expect(stripVTControlCharacters(written())).toBe('tenant switches: me…\n');
  live.stop();
});

test('a terminal without rows is told as a log is', () => {
  const { stream, written } = terminal({ isTTY: true, columns: 0, rows: 0 });
  const live = new LiveReport(stream, colorsFor({}, {}));
  live.progress('0', { title: 'tenant switches', phase: 'setup', done: 0, of: 1 });
  live.stop();
  expect(written()).toBe('tenant switches …\n');
});

test('the name of a scenario begins no line of its own', () => {
  const { stream, written } = terminal({ isTTY: false });
  const live = new LiveReport(stream, colorsFor({}, {}));
  live.progress('0', { title: 'throws\n::error::x', phase: 'setup', done: 0, of: 1 });
  live.ended('0', runOf({ scenario: 'throws\n::error::x \u001b[2J', package: null }));
  expect(written()).toBe('throws\\n::error::x …\n✓ throws\\n::error::x : clean 0 B/iteration, 5.1 s\n');
});

test('on a terminal neither a name nor what is being done begins a line of its own', () => {
  const { stream, written } = terminal({ isTTY: true });
  const live = new LiveReport(stream, colorsFor({}, {}), () => 0);
  const detail = 'installing a\r\n::error::y';
  live.progress('0', { title: 'throws\r\n::error::x', phase: 'preparing', detail, done: 0, of: 1 });
  live.stop();
  expect(stripVTControlCharacters(written())).toBe('throws\\r\\n::error::x: installing a\\r\\n::error::y, 0.0 s\n');
});

test('on a terminal nothing is left of the moving lines', () => {
  const text = watch(true);
  const erase = '\u001B[2K';
  expect(text.lastIndexOf(erase)).toBeGreaterThan(text.lastIndexOf('warming up'));
  expect(text.trimEnd()).toMatch(/12\.3 kB\/iteration, 5\.1 s$/);
});

test('a run that passes has a tick, one that fails a cross, in the colour of its verdict', () => {
  const { stream, written } = terminal({ isTTY: false });
  const colors = colorsFor({ isTTY: true }, {});
  const live = new LiveReport(stream, colors);
  for (const [id, run] of [runOf({}), KNOWN, CRASH].entries()) live.ended(String(id), run);
  const { green, yellow, red, dim } = colors;
  expect(written()).toBe(
    [
      `${green('✓ tenant switches · juggler@7.0.3: clean')} ${dim('0 B/iteration, 5.1 s')}\n`,
      `${yellow('✓ mutexes: leak (known)')} ${dim('16 B/iteration, 5.1 s')}\n`,
      `${red('✗ pdf failures: crashed')} ${dim('-/iteration, 5.1 s')}\n`,
    ].join(''),
  );
});

test('in a pipe a long run tells where it is now and then, and how long the rest may take', () => {
  const { stream, written } = terminal({ isTTY: false });
  let now = 0;
  const live = new LiveReport(stream, colorsFor({}, {}), () => now);
  live.expect(3);
  live.progress('0', { title: 'tenant switches', phase: 'setup', done: 0, of: 1 });
  now = 60_000;
  live.ended('0', runOf({}));
  live.progress('1', { title: 'model registration', phase: 'setup', done: 0, of: 1 });
  for (const [seconds, done] of [
    [66, 1],
    [76, 2],
    [78, 3],
    [94, 4],
  ] as const) {
    now = seconds * 1000;
    live.progress('1', { title: 'model registration', phase: 'segment 1', done, of: 5 });
  }
  expect(written()).toMatchInlineSnapshot(`
    "[0/3] tenant switches …
    ✓ tenant switches · juggler@7.0.3: clean 0 B/iteration, 5.1 s
    [1/3, about 2 min left] model registration …
    [1/3, about 3 min left] model registration: measuring, first half: batch 3 of 5, 16.0 s, about 30 s more of it
    [1/3, about 3 min left] model registration: measuring, first half: batch 5 of 5, 34.0 s
    "
  `);
});
